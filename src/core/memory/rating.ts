import type { Certainty } from './certainty.js';

/** How well a check was recalled, from worst to best: the four grades of FSRS. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];

export type Recalled = {
  readonly right: boolean;
  /** Absent where it was not asked for. */
  readonly certainty?: Certainty | undefined;
  /** Whether anything was looked up before the answer. */
  readonly lookedUp: boolean;
};

const WHEN_RIGHT: Readonly<Record<Certainty, Rating>> = {
  guess: 'hard',
  fairly: 'good',
  certain: 'easy',
};

/** The rating that follows from an answer; what was looked up is never better than hard. */
export function ratingOf({ right, certainty, lookedUp }: Recalled): Rating {
  if (!right) return 'again';
  if (lookedUp) return 'hard';
  return certainty ? WHEN_RIGHT[certainty] : 'good';
}
