import type { Certainty } from './certainty.js';
import { type Memory, remember } from './fsrs.js';
import { ratingOf } from './rating.js';

/** How often answers of one certainty were right, and how many there were. */
export type CertaintyCount = { readonly right: number; readonly of: number };

export type CertaintyCounts = Readonly<Record<Certainty, CertaintyCount>>;

/** What is kept of remembering one check, however often it was asked. */
export type Recall = {
  readonly memory: Memory;
  /** How often it has come back in a review. */
  readonly reviews: number;
  /** Whether the latest answer was wrong, and given as certain. */
  readonly surelyMissed: boolean;
  /** Of the answers that were said to be sure or not. */
  readonly certaintyCounts: CertaintyCounts;
};

/** One answer to a check, in a lesson or in a review. */
export type Recalling = {
  readonly right: boolean;
  readonly certainty: Certainty | undefined;
  readonly lookedUp: boolean;
  /** The learner's day. */
  readonly day: number;
  readonly inReview: boolean;
};

const NONE: CertaintyCount = { right: 0, of: 0 };

export const NO_CERTAINTY_COUNTS: CertaintyCounts = { guess: NONE, fairly: NONE, certain: NONE };

const added = (a: CertaintyCount, b: CertaintyCount): CertaintyCount => ({
  right: a.right + b.right,
  of: a.of + b.of,
});

export const sumOf = (all: readonly CertaintyCounts[]): CertaintyCounts =>
  all.reduce(
    (sum, one) => ({
      guess: added(sum.guess, one.guess),
      fairly: added(sum.fairly, one.fairly),
      certain: added(sum.certain, one.certain),
    }),
    NO_CERTAINTY_COUNTS,
  );

/**
 * The recall of a check after a further answer.
 * @param parameters FSRS weights in force at that time, see `fsrs.ts`
 */
export function recallAfter(
  before: Recall | undefined,
  { right, certainty, lookedUp, day, inReview }: Recalling,
  parameters: readonly number[],
): Recall {
  const rating = ratingOf({ right, certainty, lookedUp });
  const tallies = before?.certaintyCounts ?? NO_CERTAINTY_COUNTS;
  return {
    memory: remember(before?.memory, rating, day, parameters),
    reviews: (before?.reviews ?? 0) + (inReview ? 1 : 0),
    surelyMissed: !right && certainty === 'certain',
    certaintyCounts: certainty
      ? { ...tallies, [certainty]: added(tallies[certainty], { right: right ? 1 : 0, of: 1 }) }
      : tallies,
  };
}
