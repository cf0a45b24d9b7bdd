import { checkParameters, default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { RATINGS, type Rating } from './rating.js';

/** What FSRS knows of one check: how long it lasts, and how hard it is. */
export type Memory = {
  /** Days until it is recalled with a probability of 0.9. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** The learner's day of the answer that it was last changed by. */
  readonly day: number;
};

/** The parameters of FSRS-6, of which there are 21. */
export const DEFAULT_PARAMETERS: readonly number[] = default_w;

/** Whether numbers can be taken for parameters of FSRS-6: 21 of them, all finite. */
export function areParameters(numbers: readonly number[]): boolean {
  try {
    return numbers.length === DEFAULT_PARAMETERS.length && checkParameters(numbers).length > 0;
  } catch {
    return false;
  }
}

/**
 * The memory after an answer. Within one day only the first answer counts, and a day before the last one never does:
 * what was just read says nothing of what will be remembered, and a clock set back nothing at all.
 * @param before nothing at the first answer
 * @param day the learner's day of the answer
 */
export function remember(
  before: Memory | undefined,
  rating: Rating,
  day: number,
  parameters: readonly number[],
): Memory {
  if (before && day <= before.day) return before;
  const days = before ? day - before.day : 0;
  const grade = RATINGS.indexOf(rating) + 1;
  const next = algorithm(parameters).next_state(before ?? null, days, grade);
  return { stability: next.stability, difficulty: next.difficulty, day };
}

/**
 * A function that gives the day on which a check is due: when the probability of recalling it falls to the desired one,
 * and at least a day later.
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
 * Days by the rule of FSRS, as ts-fsrs has it in `next_interval`, which looks at its settings through a proxy: of
 * thousands of checks that takes longer than a screen may.
 */
const interval = (stability: number, modifier: number): number =>
  Math.min(Math.max(1, Math.round(stability * modifier)), LONGEST_INTERVAL);

/** The probability, from 0 to 1, of recalling it on a day, by the forgetting curve of FSRS. */
export const chanceOn = (memory: Memory, day: number, parameters: readonly number[]): number =>
  algorithm(parameters).forgetting_curve(Math.max(0, day - memory.day), memory.stability);

/** Remembered so well that it is not asked about any more: it lasts for a month or longer. */
export const LEARNED_AFTER = 30;

export const isLearned = ({ stability }: Memory): boolean => stability >= LEARNED_AFTER;

const DESIRED = 0.9;

/** One is kept: a log has many answers under the same settings, and making one takes time. */
let kept:
  | {
      readonly parameters: readonly number[];
      readonly retention: number;
      readonly made: FSRSAlgorithm;
    }
  | undefined;

function algorithm(parameters: readonly number[], retention = DESIRED): FSRSAlgorithm {
  if (kept?.parameters !== parameters || kept.retention !== retention) {
    const settings = generatorParameters({
      w: parameters,
      request_retention: retention,
      enable_fuzz: false,
      maximum_interval: LONGEST_INTERVAL,
    });
    kept = { parameters, retention, made: new FSRSAlgorithm(settings) };
  }
  return kept.made;
}
