import type { Certainty } from './certainty.js';
import { type Memory, remember } from './fsrs.js';
import { ratingOf } from './rating.js';

/** Right answers of one certainty, and all answers of that certainty. */
export type CertaintyCount = { readonly right: number; readonly of: number };

export type CertaintyCounts = Readonly<Record<Certainty, CertaintyCount>>;

/** The learner's memory of one check. Its size does not grow with the number of answers. */
export type Recall = {
  readonly memory: Memory;
  /** How many reviews have asked the check. */
  readonly reviews: number;
  /** Whether the latest answer was wrong and rated certain. A second look keeps what the first answer was. */
  readonly surelyMissed: boolean;
  /** Counts only answers with a certainty. */
  readonly certaintyCounts: CertaintyCounts;
};

/** One answer to a check, in a lesson or in a review. */
export type Recalling = {
  readonly right: boolean;
  readonly certainty: Certainty | undefined;
  readonly lookedUp: boolean;
  /** The learner's day. */
  readonly day: number;
  /** Whether the answer's own clock was wrong. It was then given on this day or before. */
  readonly isRedated: boolean;
  readonly inReview: boolean;
  /** Whether the learner chose once more after a first miss. They are not asked how certain they are. */
  readonly isSecondLook: boolean;
};

const NONE: CertaintyCount = { right: 0, of: 0 };

export const NO_CERTAINTY_COUNTS: CertaintyCounts = { guess: NONE, fairly: NONE, certain: NONE };

const added = (a: CertaintyCount, b: CertaintyCount): CertaintyCount => ({
  right: a.right + b.right,
  of: a.of + b.of,
});

export const sumOf = (all: readonly CertaintyCounts[]): CertaintyCounts =>
  all.reduce(
    (sum, counts) => ({
      guess: added(sum.guess, counts.guess),
      fairly: added(sum.fairly, counts.fairly),
      certain: added(sum.certain, counts.certain),
    }),
    NO_CERTAINTY_COUNTS,
  );

/**
 * The recall of a check after one more answer.
 * @param parameters the FSRS parameters in force when it was answered, see `fsrs.ts`
 */
export function recallAfter(
  before: Recall | undefined,
  { right, certainty, lookedUp, day, isRedated, inReview, isSecondLook }: Recalling,
  parameters: readonly number[],
): Recall {
  const rating = ratingOf({ right, certainty, lookedUp });
  const counts = before?.certaintyCounts ?? NO_CERTAINTY_COUNTS;
  return {
    memory: remember(before?.memory, { rating, day, isRedated }, parameters),
    reviews: (before?.reviews ?? 0) + (inReview ? 1 : 0),
    surelyMissed: isSecondLook ? before?.surelyMissed === true : !right && certainty === 'certain',
    certaintyCounts: certainty
      ? { ...counts, [certainty]: added(counts[certainty], { right: right ? 1 : 0, of: 1 }) }
      : counts,
  };
}
