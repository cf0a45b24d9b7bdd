import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noTallies } from '../../../src/core/memory/recall.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { reviewPlan } from '../../../src/core/review/queue.js';
import {
  dueBy,
  dueOn,
  nextDue,
  type Remembered,
  remembered,
  scheduleOf,
} from '../../../src/core/review/schedule.js';
import { answer, anyLog } from '../../support/any-log.js';
import { course } from '../../support/small-course.js';

const one = (check: string, due: number, surelyMissed = false): Remembered => ({
  check,
  lesson: 'first',
  due,
  learned: false,
  recall: {
    memory: { stability: 1, difficulty: 5, day: 0 },
    reviews: 0,
    surelyMissed,
    tallies: noTallies,
  },
});

const own = ({ check }: Remembered): string[] => [check];
const names = (all: readonly Remembered[]): string[] => all.map(({ check }) => check);

describe('a review', () => {
  test('begins with what was wrong and called certain, then takes the most overdue', () => {
    const due = [one('late', 3), one('sure', 9, true), one('latest', 1), one('sure too', 8, true)];
    expect(names(reviewPlan(due, own, 10))).toEqual(['sure too', 'sure', 'latest', 'late']);
  });

  test('is no longer than it is set to be', () => {
    expect(names(reviewPlan([one('a', 1), one('b', 2), one('c', 3)], own, 2))).toEqual(['a', 'b']);
  });

  test('never holds two checks on the same claim, and no check that is not due', () => {
    const claims = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), claims)), fc.nat(12), (given, size) => {
        const due = given.map(([day], i) => one(`c${i}`, day));
        const claimsOf = ({ check }: Remembered) => given[Number(check.slice(1))]?.[1] ?? [];
        const plan = reviewPlan(due, claimsOf, size);
        const asked = plan.flatMap(claimsOf);
        expect(new Set(asked).size).toBe(asked.length);
        expect(plan.length).toBeLessThanOrEqual(size);
        expect(plan.every((planned) => due.includes(planned))).toBe(true);
      }),
    );
  });
});

describe('what is due', () => {
  const DAY = 24 * 3_600_000;
  const answered = foldAll([
    answer({ id: 'a', t: 10 * DAY }, { check: 'one', right: true }),
    answer({ id: 'b', t: 10 * DAY + 1 }, { check: 'two', right: false }),
    answer({ id: 'c', t: 10 * DAY + 2 }, { check: 'not in the course', right: false }),
  ]);
  const all = remembered(course, answered);
  const schedule = scheduleOf(course, answered);

  test('are the answered checks of the course whose day has come', () => {
    expect(names(all)).toEqual(['one', 'two']);
    expect(names(dueOn(all, 10))).toEqual([]);
    expect(names(dueOn(all, 11))).toEqual(['two']);
    expect(names(dueOn(all, 99))).toEqual(['one', 'two']);
  });

  test('is said for the next day on which there is anything', () => {
    expect(nextDue(schedule, 10)).toBe(11);
    expect(nextDue(schedule, 11)).toBe(all[0]?.due);
    expect(nextDue(schedule, 1000)).toBeUndefined();
  });

  test('never is a check that is learned', () => {
    const learned = all.map((item) => ({ ...item, learned: true }));
    expect(dueOn(learned, 1000)).toEqual([]);
  });

  test('is counted as it is listed, whatever was answered', () => {
    fc.assert(
      fc.property(anyLog, fc.nat({ max: 60 }), (log, day) => {
        const progress = foldAll(log);
        const listed = remembered(course, progress);
        const counted = scheduleOf(course, progress);
        expect(dueBy(counted, day)).toBe(dueOn(listed, day).length);
        expect(counted.learned).toBe(listed.filter(({ learned }) => learned).length);
        expect(counted.days.length + counted.learned).toBe(listed.length);
      }),
    );
  });
});
