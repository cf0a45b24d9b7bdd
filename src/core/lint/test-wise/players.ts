import { hash32 } from '../../hash.js';
import type { CheckKind } from '../placed-checks.js';
import type { TextCheck } from '../rule.js';
import { ABSOLUTE } from '../rules/absolute-terms.js';
import { HEDGES } from '../rules/hedged-key.js';
import { outsideQuotations, type Wording, wholeWords } from '../words.js';
import { chanceOfAtLeast } from './poisson-binomial.js';

/** A question with the id of its lesson. Choices in the text are in the order of the text. */
export type AskedCheck = {
  readonly lesson: string;
  readonly kind: CheckKind;
  readonly item: TextCheck;
};

type SeenChoice = TextCheck['choices'][number];

/** What a bot knows beside the question: how it is answered, and what the complete course has. */
type BotContext = {
  readonly kind: CheckKind;
  readonly wording: Wording;
  /** How many choices of the course name each source, by the id of the source. */
  readonly named: ReadonlyMap<string, number>;
};

/** A bot: a strategy to answer without reading the article. It takes the choice with the highest score. */
export type Player = {
  readonly name: string;
  readonly about: string;
  /** What the bot answers. Words in the text are the passage's, and all rows of a board have the same headings. */
  readonly plays: readonly CheckKind[];
  readonly score: (choice: SeenChoice, item: TextCheck, context: BotContext) => number;
};

export type PlayerResult = {
  readonly name: string;
  readonly about: string;
  /** The number of right answers. */
  readonly correct: number;
  /** The number of checks and rows in which the bot prefers a choice. */
  readonly of: number;
  /** The expected number of right answers by chance. */
  readonly chance: number;
  /** The exact probability of at least `correct` right answers by chance. */
  readonly p: number;
  /** The checks and rows that the bot gets right, as `lesson/check`. */
  readonly right: readonly string[];
};

/** More hedges than the rule `hedged-key` has. */
const WEAK = wholeWords([...HEDGES, 'if', 'can', 'should', 'unless', 'some']);

/** More strong words than the rule `absolute-terms` has. The bot that avoids absolute terms avoids these, too. */
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

/** A function that counts how often a pattern is in a text outside quotations. */
function counter(pattern: RegExp): (text: string) => number {
  const all = new RegExp(pattern, 'giu');
  return (text) => outsideQuotations(text).match(all)?.length ?? 0;
}

const hedgesIn = counter(WEAK);
const absolutesIn = counter(ABSOLUTE);
const strongWordsIn = counter(STRONG);

const sharedWith = (text: string, others: readonly string[], { content }: Wording): number => {
  const otherWords = new Set(others.flatMap(content));
  return new Set(content(text).filter((word) => otherWords.has(word))).size;
};

const EVERY_KIND: readonly CheckKind[] = ['texts', 'in-text', 'row'];

/** Choices that are shuffled have no place. */
const byPlace =
  (place: (choices: TextCheck['choices'], choice: SeenChoice) => number): Player['score'] =>
  (choice, { choices, ordered }, { kind }) =>
    kind === 'texts' && !ordered ? 0 : place(choices, choice);

/** Common test-wise strategies, see Millman, Bishop & Ebel (1965), An analysis of test-wiseness. */
export const PLAYERS: readonly Player[] = [
  {
    name: 'longest',
    about: 'takes the longest choice',
    plays: ['texts', 'in-text'],
    score: ({ text }) => letters(text),
  },
  {
    name: 'shortest',
    about: 'takes the shortest choice',
    plays: ['texts', 'in-text'],
    score: ({ text }) => -letters(text),
  },
  {
    name: 'echo',
    about: 'takes the choice that shares the most words with the question',
    plays: ['texts', 'row'],
    score: ({ text }, { stem }, { wording }) => sharedWith(text, [stem], wording),
  },
  {
    name: 'hedged',
    about: 'takes the choice with the most hedges',
    plays: ['texts'],
    score: ({ text }) => hedgesIn(text),
  },
  {
    name: 'no-absolutes',
    about: 'avoids absolute terms',
    plays: ['texts'],
    score: ({ text }) => -absolutesIn(text) - strongWordsIn(text),
  },
  {
    name: 'first',
    about: 'takes the first choice, where choices are not shuffled',
    plays: EVERY_KIND,
    score: byPlace((choices, choice) => -choices.indexOf(choice)),
  },
  {
    name: 'middle',
    about: 'takes the second choice, where choices are not shuffled',
    plays: EVERY_KIND,
    score: byPlace((choices, choice) => (choices[1] === choice ? 1 : 0)),
  },
  {
    name: 'last',
    about: 'takes the last choice, where choices are not shuffled',
    plays: EVERY_KIND,
    score: byPlace((choices, choice) => choices.indexOf(choice)),
  },
  {
    name: 'frequent-source',
    about: 'takes the source that is named most often among the choices',
    plays: ['texts', 'in-text'],
    score: ({ names }, _, { named }) => (names === undefined ? 0 : (named.get(names) ?? 0)),
  },
  {
    name: 'alike',
    about: 'takes the choice that is most like the others',
    plays: ['texts'],
    score: (choice, { choices }, { wording }) =>
      choices
        .filter((other) => other !== choice)
        .reduce((sum, other) => sum + sharedWith(choice.text, [other.text], wording), 0),
  },
  {
    name: 'open',
    about: 'takes "the article does not say" if there is such a choice',
    plays: ['texts'],
    score: ({ open }) => (open ? 1 : 0),
  },
];

/** Lets every bot answer all questions of its kinds. */
export function playAll(checks: readonly AskedCheck[], wording: Wording): PlayerResult[] {
  const named = new Map<string, number>();
  for (const { item } of checks.filter(({ kind }) => kind !== 'row'))
    for (const { names } of item.choices)
      if (names !== undefined) named.set(names, (named.get(names) ?? 0) + 1);
  return PLAYERS.map((bot) => play(bot, checks, { wording, named }));
}

function play(
  bot: Player,
  checks: readonly AskedCheck[],
  context: Omit<BotContext, 'kind'>,
): PlayerResult {
  const played = checks.filter(({ kind }) => bot.plays.includes(kind));
  const picks = played.flatMap((check) => pick(bot, check, context));
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
 * The choice that the bot takes; empty if all choices have the same score. Among equal best scores, a hash of the ids
 * decides: each choice is equally likely, and the result is the same each time.
 */
function pick(bot: Player, { lesson, kind, item }: AskedCheck, context: Omit<BotContext, 'kind'>) {
  const scored = item.choices.map((choice) => ({
    choice,
    score: bot.score(choice, item, { ...context, kind }),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  const favourites = scored.filter(({ score }) => score === best);
  if (favourites.length === scored.length) return [];
  const sortKey = (choice: SeenChoice): number =>
    hash32(JSON.stringify([bot.name, lesson, item.check, choice.id]));
  const [first] = favourites.map(({ choice }) => choice).sort((a, b) => sortKey(a) - sortKey(b));
  const id = `${lesson}/${item.check}`;
  return [{ id, isRight: first?.id === item.key, chance: 1 / item.choices.length }];
}
