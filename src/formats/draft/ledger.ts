import { type DraftClaim, STORY } from '../../core/story/ledger-draft.js';
import { comment, guess, quotedText, toDo, withSmallArticle } from './yaml-text.js';

const HEAD = [
  'The claims: who says what. Go through them with the story: correct the guesses, delete what is not a claim, and add what',
  'is missing. kind: statement, position, demand, refusal, offer, pledge, threat, denial, assessment, no-comment, context.',
  'What the story says in its own voice, such as "The council voted in May", has the source story and the kind context.',
  'A claim that no question asks about has the lines "exercise: no" and "why". Delete both once a question asks about it.',
];

/** @param asked the ids of the claims that the lesson asks about @param texts the story's sentences by id */
export const ledgerFile = (
  claims: readonly DraftClaim[],
  asked: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
): string =>
  [
    ...HEAD.map((line) => `# ${line}`),
    'claims:',
    ...claims.flatMap((one, i) => [
      ...(one.sentence === claims[i - 1]?.sentence ? [] : storyComment(one, texts)),
      ...claim(one, asked.has(one.id)),
    ]),
  ].join('\n');

const storyComment = ({ sentence }: DraftClaim, texts: ReadonlyMap<string, string>): string[] =>
  comment(`${sentence}: ${texts.get(sentence) ?? ''}`, 2);

const claim = (one: DraftClaim, isAsked: boolean): string[] => [
  `  - id: ${one.id}`,
  ...(one.kind === 'no-comment' && one.source === STORY ? SILENCE : []),
  `    source: ${one.source}${guess(one.guess)}`,
  ...(one.actor ? [`    actor: ${quotedText(one.actor)}${guess()}`] : []),
  `    kind: ${one.kind}${guess(one.cue)}`,
  `    content: ${toDo(beginningOf(one))}`,
  `    sentence: ${one.sentence}`,
  ...(isAsked ? [] : ['    exercise: no', '    why: No question asks about it yet.']),
  '',
];

const SILENCE = [
  '    # The actor says nothing here. The story says that the actor did not comment: the story is the source.',
];

/** How the sentence about a claim can begin: "Ann Roe said …". */
function beginningOf({ who, cue, teller }: DraftClaim): string {
  if (!who || !cue) return 'The story reports that …';
  if (/^according/i.test(cue)) return `According to ${withSmallArticle(who)}, …`;
  const subject = teller
    ? `According to ${withSmallArticle(teller)}, ${withSmallArticle(who)}`
    : who;
  return `${subject} ${cue.endsWith('ing') ? 'said' : cue} …`;
}
