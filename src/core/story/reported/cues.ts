import type { Kind } from '../../course/ledger.js';
import { conditionOf } from './conditions.js';
import { agentAfter, pieceAfter, subjectAfter } from './later-subject.js';
import { NO_COMMENT, type ReportingVerb, reportingVerb } from './reporting-verbs.js';
import { saidKind } from './said-kind.js';
import { type SpeakerPhrase, speakerPhrase } from './speaker-phrase.js';
import { type Subject, subjectBefore } from './subject.js';
import {
  DETERMINERS,
  FORMS_OF_BE,
  isAdverb,
  isCapital,
  isNegation,
  MODALS,
  type Word,
} from './words.js';

/** Words with which the story reports somebody: "said", "according to", "did not respond". */
export type Cue = {
  readonly text: string;
  readonly kind: Kind;
  /** Where the cue begins in the sentence. */
  readonly at: number;
  /** Undefined if the sentence goes on with the subject of the cue before, or of its beginning. */
  readonly subject: SpeakerPhrase | undefined;
  /** The cue before reports this one: "said that the council had promised". */
  readonly isWithin?: true;
  /** Where the condition begins that it belongs to: "if the council says no". */
  readonly condition?: number;
  /** Where the words end that name its source, if they follow it. */
  readonly agentEnd?: number;
};

/** The cues of a sentence in their order. Words in quotation marks report nothing. */
export function cuesIn(sentence: string, words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  for (let i = afterQuestion(words); i < words.length; i += 1) {
    const word = words[i] as Word;
    if (word.quoted) continue;
    const cue = cueAt(sentence, words, i);
    if (!cue) continue;
    const isInside = isWithin(cue, cues, sentence);
    if ((isInside && !isAct(cue)) || isConditional(cue, cues)) continue;
    cues.push(isInside ? { ...cue, isWithin: true } : cue);
    const end = cue.agentEnd ?? word.from + cue.text.length;
    while (i + 1 < words.length && (words[i + 1]?.from ?? 0) < end) i += 1;
  }
  return cues;
}

/** "Asked whom she blamed, Linn said": the question of a reporter is no cue. */
function afterQuestion(words: readonly Word[]): number {
  const [first, second] = words.map(({ lower, quoted }) => (quoted ? '' : lower));
  if (!/^(?:asked|pressed|when asked)\b/.test(`${first} ${second}`)) return 0;
  return Math.max(
    0,
    words.findIndex(({ before }, i) => i > 0 && before.includes(',')),
  );
}

/** What somebody does by saying it counts on its own, even if another person reports it. */
const ACTS: ReadonlySet<Kind> = new Set([
  'demand',
  'refusal',
  'offer',
  'pledge',
  'threat',
  'denial',
]);

/** "Asked whether it was safe and demanded …": the second cue goes on with the first, which is before the condition. */
const isConditional = ({ condition, subject }: Cue, cues: readonly Cue[]): boolean =>
  condition !== undefined && !(subject === undefined && (cues.at(-1)?.at ?? Infinity) < condition);

const isAct = ({ kind, text }: Cue): boolean => ACTS.has(kind) && !/^want/i.test(text);

/** Whether a cue belongs to what an earlier one reports: "said the mayor had promised". */
function isWithin({ at, subject, text }: Cue, cues: readonly Cue[], sentence: string): boolean {
  const earlier = cues.at(-1);
  if (!earlier || !subject || /^according/i.test(text) || /^according/i.test(earlier.text))
    return false;
  return !NEW_CLAUSE.test(sentence.slice(earlier.at, at));
}

/** What ends the words that a cue reports. */
const NEW_CLAUSE =
  /[;—–]|,\s$|, (?:which|who)\b|, (?:an?|the) \S+ (?:that|which)\b|, (?:and|but|while|whereas|though|although|as|after|when)\b|\b(?:and|but|while|whereas|although|after|when)\b(?! \S+ly\b)/;

function cueAt(sentence: string, words: readonly Word[], i: number): Cue | undefined {
  const { from, to, lower } = words[i] as Word;
  const rest = plain(sentence.slice(from));
  const cue = (length: number, kind: Kind, subject: Subject | undefined): Cue | undefined =>
    subject && {
      text: sentence.slice(from, from + length),
      kind,
      at: from,
      subject: subject === 'same' ? undefined : subject,
    };
  if (rest.startsWith('according to ')) {
    const accordingTo = cue('according to'.length, 'statement', agentAfter(words, i + 2));
    return accordingTo && { ...accordingTo, agentEnd: pieceAfter(words, i + 2).at(-1)?.to ?? to };
  }
  if (UNANSWERED.test(rest)) return unanswered(sentence, words, i);
  const silence = NO_COMMENT.exec(rest)?.[0];
  if (silence) return cue(silence.length, 'no-comment', speaking(subjectBefore(words, i)));
  if (i > 0 && isCapital(words[i]?.text ?? '')) return undefined;
  const verb = reportingVerb(lower, rest.slice(to - from).trimStart());
  if (!verb || isNoun(words, i, verb)) return undefined;
  if (verb.lemma === 'go' && !words.some(({ quoted }) => quoted)) return undefined;
  const said = cue(
    (GOES_ON.exec(rest)?.[0] ?? lower).length,
    saidKind(verb, rest, plain(sentence.slice(0, from))),
    subjectOf(words, i, verb),
  );
  const condition = conditionOf(words, i, verb);
  return said && { ...said, ...(condition === undefined ? {} : { condition }) };
}

const GOES_ON = /^(?:goes|went) on\b/;

const plain = (text: string): string => text.toLowerCase().replace(/’/g, "'");

const UNANSWERED = /^(?:went unanswered|(?:was|were) not (?:immediately )?(?:returned|answered)\b)/;

/** "Calls to the mayor went unanswered": nobody says something, but somebody does not answer. */
function unanswered(sentence: string, words: readonly Word[], i: number): Cue | undefined {
  const to = words.findLastIndex(({ lower }, at) => at < i && /^(?:to|for|with)$/.test(lower));
  const subject = to < 0 ? undefined : speakerPhrase(words.slice(to + 1, i));
  const { from } = words[i] as Word;
  const text = UNANSWERED.exec(sentence.slice(from).toLowerCase())?.[0] ?? '';
  return subject && { text, kind: 'no-comment', at: from, subject };
}

const speaking = (subject: Subject | undefined): Subject | undefined =>
  subject === 'same' || subject?.type || subject?.name || subject?.pronoun ? subject : undefined;

/** The word before, without adverbs between. */
function wordBefore(words: readonly Word[], i: number): Word | undefined {
  let at = i - 1;
  while (at > 0 && isAdverb(words[at]?.lower ?? '') && !isNegation(words[at]?.lower ?? '')) at -= 1;
  return words[i]?.before ? undefined : words[at];
}

function isNoun(words: readonly Word[], i: number, { nounLike, form }: ReportingVerb): boolean {
  const last = wordBefore(words, i)?.lower ?? '';
  if (DETERMINERS.has(last) && !/^(?:all|both|some|many|most|others?|few|one)$/.test(last))
    return true;
  return (
    (nounLike || form === 'base') &&
    /(?:['’]s|s['’]|ed)$|^(?:of|for|new|more|with|by|in|and|on|from)$/.test(last)
  );
}

function subjectOf(words: readonly Word[], i: number, verb: ReportingVerb): Subject | undefined {
  const last = wordBefore(words, i)?.lower ?? '';
  if (isNegation(last) || (verb.form === 'base' && MODALS.has(last))) return undefined;
  if (verb.form === 'past' && FORMS_OF_BE.has(last)) return byAgent(words, i);
  if (verb.form === 'ing' && !FORMS_OF_BE.has(last)) return ofParticiple(words, i);
  const subject = subjectAfter(words, i, verb) ?? subjectBefore(words, i);
  return verb.anySubject ? subject : speaking(subject);
}

/** "…, saying that" goes on with the subject; in "a letter telling her that", the letter says it. */
function ofParticiple(words: readonly Word[], i: number): Subject | undefined {
  if (words[i]?.before.includes(',')) return 'same';
  const subject = subjectBefore(words, i);
  return subject !== 'same' && subject?.type === 'document' ? subject : undefined;
}

/** The one by whom something was said, in the same clause. A paper is the way in which it was said: "told by letter". */
function byAgent(words: readonly Word[], i: number): SpeakerPhrase | undefined {
  for (let at = i + 1; at < words.length && !/[,;:—–]/.test(words[at]?.before ?? ''); at += 1) {
    if (words[at]?.lower !== 'by') continue;
    const agent = agentAfter(words, at + 1);
    return agent?.type === 'document' ? undefined : agent;
  }
  return undefined;
}
