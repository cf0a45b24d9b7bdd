import type { Certainty } from './certainty.js';

/** How well a check was recalled, from worst to best: the four grades of FSRS. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];

export type Recalled = {
  readonly right: boolean;
  /** Absent if the learner was not asked for it. */
  readonly certainty?: Certainty | undefined;
  /** Whether the learner looked anything up before answering. */
  readonly lookedUp: boolean;
};

const WHEN_RIGHT: Readonly<Record<Certainty, Rating>> = {
  guess: 'hard',
  fairly: 'good',
  certain: 'easy',
};

/** The rating of an answer; at most "hard" if the learner looked something up. */
export function ratingOf({ right, certainty, lookedUp }: Recalled): Rating {
  if (!right) return 'again';
  if (lookedUp) return 'hard';
  return certainty ? WHEN_RIGHT[certainty] : 'good';
}
