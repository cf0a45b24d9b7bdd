import type { CheckValue } from '../../course-files/schema/lesson.js';
import { hash32 } from '../../hash.js';
import { ABSOLUTE } from '../rules/absolute-terms.js';
import { outsideQuotations, type Wording, wholeWords } from '../words.js';
import { chanceOfAtLeast } from './poisson-binomial.js';

/** A check with the name of its lesson. */
export type AskedCheck = { readonly lesson: string; readonly item: CheckValue };

type SeenChoice = CheckValue['choices'][number];

/** What a player who never reads sees of a course. */
type Sight = {
  readonly wording: Wording;
  /** How often each source is named among all choices of the course. */
  readonly named: ReadonlyMap<string, number>;
};

/** A way to answer without having read: the more a choice scores, the rather it is taken. */
export type Player = {
  readonly name: string;
  readonly about: string;
  readonly score: (choice: SeenChoice, item: CheckValue, sight: Sight) => number;
};

export type PlayerResult = {
  readonly name: string;
  readonly about: string;
  /** Right answers, of the checks in which the bot has a preference at all. */
  readonly correct: number;
  readonly of: number;
  /** How many would be right by chance. */
  readonly chance: number;
  /** How likely as many or more are right by chance: exact. */
  readonly p: number;
  /** `lesson/check` of the checks it gets right. */
  readonly right: readonly string[];
};

const HEDGES = wholeWords([
  'would',
  'could',
  'may',
  'might',
  'if',
  'can',
  'should',
  'perhaps',
  'possibly',
  'probably',
  'likely',
  'unless',
  'virtually',
  'nearly',
  'almost',
  'effectively',
  'as good as',
  'potential',
  'potentially',
  'seems?',
  'some',
]);

/** Wider than what absolute-terms warns of: a player who avoids absolutes avoids these, too. */
const STRONG = wholeWords([
  'all',
  'any',
  'every',
  'only',
  'no',
  'must',
  'cannot',
  'will',
  'whole',
  'whatever',
]);

const letters = (text: string): number => [...text].length;

const count = (pattern: RegExp, text: string): number =>
  text.match(new RegExp(pattern.source, 'giu'))?.length ?? 0;

const sharedWith = (text: string, others: readonly string[], { content }: Wording): number => {
  const known = new Set(others.flatMap(content));
  return new Set(content(text).filter((word) => known.has(word))).size;
};

/** The players of the issue: see also Millman, Bishop & Ebel (1965), An analysis of test-wiseness. */
export const PLAYERS: readonly Player[] = [
  { name: 'longest', about: 'takes the longest choice', score: ({ text }) => letters(text) },
  { name: 'shortest', about: 'takes the shortest choice', score: ({ text }) => -letters(text) },
  {
    name: 'echo',
    about: 'takes the choice that shares most words with the question',
    score: ({ text }, { stem }, { wording }) => sharedWith(text, [stem], wording),
  },
  {
    name: 'hedged',
    about: 'takes the choice with most hedges',
    score: ({ text }) => count(HEDGES, outsideQuotations(text)),
  },
  {
    name: 'no-absolutes',
    about: 'avoids absolute terms',
    score: ({ text }) =>
      -count(ABSOLUTE, outsideQuotations(text)) - count(STRONG, outsideQuotations(text)),
  },
  {
    name: 'first',
    about: 'takes the first choice, as written',
    score: (choice, { choices }) => -choices.indexOf(choice),
  },
  {
    name: 'middle',
    about: 'takes the second choice, as written',
    score: (choice, { choices }) => (choices[1] === choice ? 1 : 0),
  },
  {
    name: 'last',
    about: 'takes the last choice, as written',
    score: (choice, { choices }) => choices.indexOf(choice),
  },
  {
    name: 'frequent-source',
    about: 'takes the source that is named most often among the choices',
    score: ({ names }, _, { named }) => (names === undefined ? 0 : (named.get(names) ?? 0)),
  },
  {
    name: 'alike',
    about: 'takes the choice that is most like the others',
    score: (choice, { choices }, { wording }) =>
      choices
        .filter((other) => other !== choice)
        .reduce((sum, other) => sum + sharedWith(choice.text, [other.text], wording), 0),
  },
  {
    name: 'open',
    about: 'takes "the article does not say" where there is such a choice',
    score: ({ open }) => (open ? 1 : 0),
  },
];

/** Lets every bot answer all checks. */
export function playAll(asked: readonly AskedCheck[], wording: Wording): PlayerResult[] {
  const named = new Map<string, number>();
  for (const { item } of asked)
    for (const { names } of item.choices)
      if (names !== undefined) named.set(names, (named.get(names) ?? 0) + 1);
  return PLAYERS.map((bot) => play(bot, asked, { wording, named }));
}

function play(bot: Player, asked: readonly AskedCheck[], sight: Sight): PlayerResult {
  const picks = asked.flatMap((one) => pick(bot, one, sight));
  const right = picks.filter(({ isRight }) => isRight);
  const chances = picks.map(({ chance }) => chance);
  return {
    name: bot.name,
    about: bot.about,
    correct: right.length,
    of: picks.length,
    chance: chances.reduce((sum, chance) => sum + chance, 0),
    p: chanceOfAtLeast(right.length, chances),
    right: right.map(({ id }) => id),
  };
}

/**
 * What the bot takes; nothing where all choices are the same to it. Where it cannot tell some of them apart it takes one by a hash of their ids,
 * so that a choice is as likely to be taken as it would be by lot, and the same one each time.
 */
function pick(bot: Player, { lesson, item }: AskedCheck, sight: Sight) {
  const scored = item.choices.map((choice) => ({ choice, score: bot.score(choice, item, sight) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const taken = scored.filter(({ score }) => score === best);
  if (taken.length === scored.length) return [];
  const lot = (choice: SeenChoice): number =>
    hash32(JSON.stringify([bot.name, lesson, item.check, choice.id]));
  const [first] = taken.map(({ choice }) => choice).sort((a, b) => lot(a) - lot(b));
  const id = `${lesson}/${item.check}`;
  return [{ id, isRight: first?.id === item.key, chance: 1 / item.choices.length }];
}
