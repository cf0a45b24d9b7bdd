import { MISREADINGS, SKILLS } from '../course/vocabulary.js';
import type { CourseDraft } from '../course-files/draft.js';
import type { CheckValue } from '../course-files/schema/lesson.js';
import type { SourceValue } from '../course-files/schema/sources.js';
import { isCheck } from './run-rules.js';
import type { Wording } from './words.js';

/** How often something comes up, of all that could. */
export type Share = { readonly name: string; readonly count: number; readonly of: number };

/** A tally beside the same in the article, by the ledger. */
export type Compared = Share & { readonly inArticle: number; readonly ofArticle: number };

export type Balance = {
  /** A lesson's id; absent for the course as a whole. */
  readonly lesson?: string;
  readonly checks: number;
  readonly skills: readonly Share[];
  /** Among all wrong choices. */
  readonly misreadings: readonly Share[];
  /** Among the right choices that name a source. */
  readonly sources: readonly Compared[];
  readonly sides: readonly Compared[];
  /** How often "the article does not say" is right, and how often it is offered. */
  readonly open: Share;
  /** Words to read: passages, and checks with their choices. */
  readonly words: { readonly passages: number; readonly checks: number };
};

/** The course as a whole, then each lesson. */
export function balances(draft: CourseDraft, wording: Wording): Balance[] {
  const lessons = draft.listed.items.flatMap(({ value }) =>
    draft.lessons.filter(({ id }) => id === value),
  );
  const parts = lessons.map(({ id, steps }) => ({
    lesson: id,
    checks: steps.items.filter(isCheck).map(({ value }) => value),
    passages: steps.items.flatMap(({ value }) => ('reading' in value ? value.passages : [])),
  }));
  const whole = {
    checks: parts.flatMap(({ checks }) => checks),
    passages: [...new Set(parts.flatMap(({ passages }) => passages))],
  };
  return [whole, ...parts].map((part) => balance(draft, wording, part));
}

type BalanceRow = {
  readonly lesson?: string;
  readonly checks: readonly CheckValue[];
  readonly passages: readonly string[];
};

function balance(
  draft: CourseDraft,
  wording: Wording,
  { lesson, checks, passages }: BalanceRow,
): Balance {
  const wrong = checks.flatMap(({ choices }) =>
    choices.flatMap(({ misreading }) => misreading ?? []),
  );
  const sources = draft.sources.items.map(({ value }) => value);
  const keys = checks.flatMap(
    ({ choices, key }) => choices.find(({ id }) => id === key)?.names ?? [],
  );
  const told = draft.claims.items.map(({ value }) => value.source);
  const offered = checks.filter(({ choices }) => choices.some(({ open }) => open));
  return {
    ...(lesson !== undefined && { lesson }),
    checks: checks.length,
    skills: tallies(
      SKILLS,
      checks.map(({ skill }) => skill),
    ),
    misreadings: tallies(MISREADINGS, wrong),
    sources: compared(
      sources.map(({ id }) => id),
      keys,
      told,
    ),
    sides: compared(
      [...new Set(sources.map(({ side }) => side))],
      sidesOf(keys, sources),
      sidesOf(told, sources),
    ),
    open: { name: 'open', count: offered.filter(isOpen).length, of: offered.length },
    words: {
      passages: wordsIn(textsOf(draft, passages), wording),
      checks: wordsIn(checks.flatMap(textsAsked), wording),
    },
  };
}

const isOpen = ({ choices, key }: CheckValue): boolean =>
  choices.find(({ id }) => id === key)?.open === true;

const tallies = (names: readonly string[], found: readonly string[]): Share[] =>
  names.map((name) => ({
    name,
    count: found.filter((one) => one === name).length,
    of: found.length,
  }));

const compared = (
  names: readonly string[],
  keys: readonly string[],
  told: readonly string[],
): Compared[] =>
  names.map((name) => ({
    name,
    count: keys.filter((one) => one === name).length,
    of: keys.length,
    inArticle: told.filter((one) => one === name).length,
    ofArticle: told.length,
  }));

const sidesOf = (ids: readonly string[], sources: readonly SourceValue[]): string[] =>
  ids.flatMap((id) => sources.find((source) => source.id === id)?.side ?? []);

const textsOf = ({ passages }: CourseDraft, ids: readonly string[]): string[] =>
  passages.items
    .filter(({ value }) => ids.includes(value.id))
    .flatMap(({ value }) => value.sentences.map(({ text }) => text));

const textsAsked = ({ stem, choices }: CheckValue): string[] => [
  stem,
  ...choices.map(({ text }) => text),
];

const wordsIn = (texts: readonly string[], { words }: Wording): number =>
  texts.reduce((sum, text) => sum + words(text).length, 0);
