import fc from 'fast-check';
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import {
  areParameters,
  chanceOn,
  DEFAULT_PARAMETERS,
  dueDays,
  isLearned,
  LEARNED_AFTER,
  type Memory,
  remember,
} from '../../../src/core/memory/fsrs.js';
import { RATINGS } from '../../../src/core/memory/rating.js';

/** The memory after an answer on a day whose date is right. */
const answered = (
  before: Memory | undefined,
  rating: (typeof RATINGS)[number],
  day: number,
  isRedated = false,
): Memory => remember(before, { rating, day, isRedated }, DEFAULT_PARAMETERS);

const rating = fc.constantFrom(...RATINGS);
const retention = fc.constantFrom(0.7, 0.8, 0.9, 0.97);
const after = (answers: readonly (readonly [(typeof RATINGS)[number], number])[]): Memory[] => {
  const memories: Memory[] = [];
  let day = 0;
  for (const [how, later] of answers) {
    day += later;
    memories.push(answered(memories.at(-1), how, day));
  }
  return memories;
};
const someAnswers = fc.array(fc.tuple(rating, fc.integer({ min: -3, max: 200 })), {
  minLength: 1,
  maxLength: 20,
});

const dueDay = (memory: Memory, retention: number): number =>
  dueDays(retention, DEFAULT_PARAMETERS)(memory);

describe('the memory of a check', () => {
  test('never goes back in time, whatever the clock does', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const days = after(answers).map(({ day }) => day);
        expect(days).toEqual([...days].sort((a, b) => a - b));
      }),
    );
  });

  test('comes due a day after the answer at the earliest', () => {
    fc.assert(
      fc.property(someAnswers, retention, (answers, desired) => {
        for (const memory of after(answers))
          expect(dueDay(memory, desired)).toBeGreaterThan(memory.day);
      }),
    );
  });

  test('comes due the later the surer the answer was', () => {
    const due = RATINGS.map((how) => dueDay(answered(undefined, how, 0), 0.9));
    expect(due).toEqual([...due].sort((a, b) => a - b));
    expect(due[0]).toBe(1);
    expect(due[3]).toBeGreaterThan(due[2] ?? 0);
  });

  test('is what it was after a second answer on the same day', () => {
    const first = answered(undefined, 'again', 7);
    expect(answered(first, 'easy', 7)).toBe(first);
    expect(answered(first, 'easy', 6)).toBe(first);
  });

  const known = Date.UTC(2026, 10, 28) / 86_400_000;

  test('counts one day after an answer whose day is unknown, because the clock showed 1970', () => {
    const first = answered(undefined, 'good', 0);
    const next = answered(first, 'good', known);
    const day = answered({ ...first, day: known - 1 }, 'good', known);
    expect(next).toEqual(day);
  });

  test('keeps its day after an answer whose day is unknown, and only a wrong answer changes it', () => {
    const first = answered(undefined, 'easy', known);
    expect(answered(first, 'easy', 0)).toBe(first);
    const missed = answered(first, 'again', 0);
    expect(missed.day).toBe(known);
    expect(missed.stability).toBeLessThan(first.stability);
  });

  test('changes after a wrong answer that was redated to the same day, because it was given on some day before', () => {
    const first = answered(undefined, 'easy', known);
    expect(answered(first, 'good', known, true)).toBe(first);
    const missed = answered(first, 'again', known, true);
    expect(missed.day).toBe(known);
    expect(missed.stability).toBeLessThan(first.stability);
  });

  test('is recalled with nine chances in ten when as many days have gone by as it is stable', () => {
    const memory = { stability: 12, difficulty: 5, day: 100 };
    expect(chanceOn(memory, 112, DEFAULT_PARAMETERS)).toBeCloseTo(0.9, 6);
    expect(chanceOn(memory, 90, DEFAULT_PARAMETERS)).toBe(1);
  });

  test('is due when ts-fsrs says so, at its own interval', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 90_000, noNaN: true }),
        retention,
        (stability, p) => {
          const made = new FSRSAlgorithm(
            generatorParameters({ request_retention: p, maximum_interval: 36_500 }),
          );
          const memory = { stability, difficulty: 5, day: 100 };
          expect(dueDay(memory, p)).toBe(100 + made.next_interval(stability, 0));
        },
      ),
    );
  });

  test('counts as learned from a month on', () => {
    const memory = { stability: LEARNED_AFTER, difficulty: 5, day: 0 };
    expect(isLearned(memory)).toBe(true);
    expect(isLearned({ ...memory, stability: LEARNED_AFTER - 0.1 })).toBe(false);
  });
});

describe('parameters', () => {
  test('are 21 numbers', () => {
    expect(areParameters(DEFAULT_PARAMETERS)).toBe(true);
    expect(areParameters(DEFAULT_PARAMETERS.slice(1))).toBe(false);
    expect(areParameters([...DEFAULT_PARAMETERS.slice(1), Number.NaN])).toBe(false);
  });
});
