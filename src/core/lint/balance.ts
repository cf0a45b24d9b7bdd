import { MISREADINGS, SKILLS } from '../course/vocabulary.js';
import type { CourseDraft } from '../course-files/draft.js';
import type { SourceValue } from '../course-files/schema/sources.js';
import { type PlacedCheck, placedChecks } from './placed-checks.js';
import type { TextCheck } from './rule.js';
import type { Wording } from './words.js';

/** How often something occurs: `count` times among `of`. */
export type Share = { readonly name: string; readonly count: number; readonly of: number };

/** A share among the right choices, with the share of the same source or side among the claims of the ledger. */
export type Compared = Share & { readonly inArticle: number; readonly ofArticle: number };

export type Balance = {
  /** The id of a lesson; absent for the complete course. */
  readonly lesson?: string;
  /** Each row of a sort board is a check. */
  readonly checks: number;
  readonly skills: readonly Share[];
  /** Among all wrong choices. */
  readonly misreadings: readonly Share[];
  /** Among the right choices that name a source. */
  readonly sources: readonly Compared[];
  readonly sides: readonly Compared[];
  /** How often "the article does not say" is right (`count`), and how often it is offered (`of`). */
  readonly open: Share;
  /**
   * The number of words in passages, and in checks with their choices. Words of a board count once, and words that are
   * chosen in the text count with their passage.
   */
  readonly words: { readonly passages: number; readonly checks: number };
  /** For the complete course: the lines of all its files that are neither blank nor a comment. */
  readonly lines?: number;
};

/** The balance of the complete course, then that of each lesson. */
export function balances(draft: CourseDraft, wording: Wording): Balance[] {
  const lessons = draft.listed.items.flatMap(({ value }) =>
    draft.lessons.filter(({ id }) => id === value),
  );
  const parts = lessons.map((lesson) => ({
    lesson: lesson.id,
    questions: placedChecks(draft, lesson),
    passages: lesson.steps.items.flatMap(({ value }) => ('reading' in value ? value.passages : [])),
  }));
  const course = {
    lines: draft.files.reduce((sum, { lines = 0 }) => sum + lines, 0),
    questions: parts.flatMap(({ questions }) => questions),
    passages: [...new Set(parts.flatMap(({ passages }) => passages))],
  };
  return [course, ...parts].map((part) => balance(draft, wording, part));
}

type BalanceRow = {
  readonly lesson?: string;
  readonly lines?: number;
  readonly questions: readonly PlacedCheck[];
  readonly passages: readonly string[];
};

function balance(
  draft: CourseDraft,
  wording: Wording,
  { lesson, lines, questions, passages }: BalanceRow,
): Balance {
  const checks = questions.map(({ value }) => value);
  const wrong = checks.flatMap(({ choices }) =>
    choices.flatMap(({ misreading }) => misreading ?? []),
  );
  const sources = draft.sources.items.map(({ value }) => value);
  const keys = checks.flatMap(
    ({ choices, key }) => choices.find(({ id }) => id === key)?.names ?? [],
  );
  const claimSources = draft.claims.items.map(({ value }) => value.source);
  const offered = checks.filter(({ choices }) => choices.some(({ open }) => open));
  return {
    ...(lesson !== undefined && { lesson }),
    checks: checks.length,
    skills: sharesOf(
      SKILLS,
      checks.map(({ skill }) => skill),
    ),
    misreadings: sharesOf(MISREADINGS, wrong),
    sources: compared(
      sources.map(({ id }) => id),
      keys,
      claimSources,
    ),
    sides: compared(
      [...new Set(sources.map(({ side }) => side))],
      sidesOf(keys, sources),
      sidesOf(claimSources, sources),
    ),
    open: { name: 'open', count: offered.filter(isOpen).length, of: offered.length },
    words: {
      passages: wordsIn(textsOf(draft, passages), wording),
      checks: wordsIn(questions.flatMap(textsIn), wording),
    },
    ...(lines !== undefined && { lines }),
  };
}

const isOpen = ({ choices, key }: TextCheck): boolean =>
  choices.find(({ id }) => id === key)?.open === true;

function sharesOf(names: readonly string[], values: readonly string[]): Share[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return names.map((name) => ({ name, count: counts.get(name) ?? 0, of: values.length }));
}

function compared(
  names: readonly string[],
  keys: readonly string[],
  inLedger: readonly string[],
): Compared[] {
  const inArticle = sharesOf(names, inLedger);
  return sharesOf(names, keys).map((share, i) => ({
    ...share,
    inArticle: inArticle[i]?.count ?? 0,
    ofArticle: inLedger.length,
  }));
}

function sidesOf(ids: readonly string[], sources: readonly SourceValue[]): string[] {
  const sides = new Map(sources.map(({ id, side }) => [id, side]));
  return ids.flatMap((id) => sides.get(id) ?? []);
}

function textsOf({ passages }: CourseDraft, ids: readonly string[]): string[] {
  const wanted = new Set(ids);
  return passages.items
    .filter(({ value }) => wanted.has(value.id))
    .flatMap(({ value }) => value.sentences.map(({ text }) => text));
}

function textsIn({ value, kind, row }: PlacedCheck): string[] {
  const choices = value.choices.map(({ text }) => text);
  if (kind === 'texts') return [value.stem, ...choices];
  if (kind === 'in-text' || !row) return [value.stem];
  const { stem, rows } = row.board.value;
  const statement = rows[row.index]?.statement ?? '';
  return row.index === 0 ? [stem, ...choices, statement] : [statement];
}

const wordsIn = (texts: readonly string[], { words }: Wording): number =>
  texts.reduce((sum, text) => sum + words(text).length, 0);
