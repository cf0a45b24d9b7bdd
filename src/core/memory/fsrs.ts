import { checkParameters, default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { isOneUnknown } from './day.js';
import { RATINGS, type Rating } from './rating.js';

/** The state of FSRS for one check. */
export type Memory = {
  /** Days until the probability of recall falls to 0.9. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** The learner's day of the last answer that changed this state. */
  readonly day: number;
};

/** The 21 default parameters of FSRS-6. */
export const DEFAULT_PARAMETERS: readonly number[] = default_w;

/** Whether the numbers are valid parameters of FSRS-6: 21 finite numbers. */
export function areParameters(numbers: readonly number[]): boolean {
  try {
    return numbers.length === DEFAULT_PARAMETERS.length && checkParameters(numbers).length > 0;
  } catch {
    return false;
  }
}

/** One answer, as memory counts it. */
export type Remembered = {
  readonly rating: Rating;
  /** The learner's day. */
  readonly day: number;
  /** Whether the answer's own clock was wrong. It was then given on this day or before. */
  readonly isRedated: boolean;
};

/**
 * The memory after an answer. Only the first answer of a day counts, because repeating what was just read says nothing
 * about memory. The day of a memory never goes back: an answer dated before the last one does not count either, because
 * the clock was set back or the learner flew west. If nobody knows how many days are between two answers, only a wrong
 * answer counts in any case.
 * @param before undefined at the first answer
 */
export function remember(
  before: Memory | undefined,
  { rating, day, isRedated }: Remembered,
  parameters: readonly number[],
): Memory {
  const isUnknown = before !== undefined && isOneUnknown(before.day, day);
  const isOpen = isUnknown || isRedated;
  if (before && day <= before.day && !(isOpen && rating === 'again')) return before;
  const grade = RATINGS.indexOf(rating) + 1;
  // One day is the least that can be between two days.
  const days = before ? Math.max(isUnknown ? 0 : day - before.day, 1) : 0;
  const next = algorithm(parameters).next_state(before ?? null, days, grade);
  const { stability, difficulty } = next;
  return { stability, difficulty, day: Math.max(day, before?.day ?? day) };
}

/**
 * Returns a function that gives the day on which a check is due: when the probability of recall falls to `retention`, at
 * least one day after the answer.
 * @param retention the desired probability, from 0 to 1
 */
export function dueDays(
  retention: number,
  parameters: readonly number[],
): (memory: Memory) => number {
  const modifier = algorithm(parameters, retention).interval_modifier;
  return ({ stability, day }) => day + interval(stability, modifier);
}

const LONGEST_INTERVAL = 36_500;

/**
 * Days between reviews, by the formula of `next_interval` in ts-fsrs. That function reads its settings through a proxy,
 * which is too slow for thousands of checks.
 */
const interval = (stability: number, modifier: number): number =>
  Math.min(Math.max(1, Math.round(stability * modifier)), LONGEST_INTERVAL);

/** The probability of recall on a day, from 0 to 1, by the forgetting curve of FSRS. */
export const chanceOn = (memory: Memory, day: number, parameters: readonly number[]): number =>
  algorithm(parameters).forgetting_curve(Math.max(0, day - memory.day), memory.stability);

/** Stability in days from which a check counts as learned and leaves review. */
export const LEARNED_AFTER = 30;

export const isLearned = ({ stability }: Memory): boolean => stability >= LEARNED_AFTER;

const DEFAULT_RETENTION = 0.9;

/** Reused, because a log has many answers under the same settings and creating the algorithm is slow. */
let latest:
  | {
      readonly parameters: readonly number[];
      readonly retention: number;
      readonly instance: FSRSAlgorithm;
    }
  | undefined;

function algorithm(parameters: readonly number[], retention = DEFAULT_RETENTION): FSRSAlgorithm {
  if (latest?.parameters !== parameters || latest.retention !== retention) {
    const settings = generatorParameters({
      w: parameters,
      request_retention: retention,
      enable_fuzz: false,
      maximum_interval: LONGEST_INTERVAL,
    });
    latest = { parameters, retention, instance: new FSRSAlgorithm(settings) };
  }
  return latest.instance;
}
