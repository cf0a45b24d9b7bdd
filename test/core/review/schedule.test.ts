import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CERTAINTY_COUNTS } from '../../../src/core/memory/recall.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { reviewQueue } from '../../../src/core/review/queue.js';
import {
  checksDue,
  countDue,
  nextDueDay,
  type ScheduledCheck,
  scheduledChecks,
  scheduleOf,
} from '../../../src/core/review/schedule.js';
import { answer, anyLog } from '../../support/any-log.js';
import { course } from '../../support/small-course.js';

const scheduled = (check: string, due: number, surelyMissed = false): ScheduledCheck => ({
  check,
  lesson: 'first',
  due,
  learned: false,
  recall: {
    memory: { stability: 1, difficulty: 5, day: 0 },
    reviews: 0,
    surelyMissed,
    certaintyCounts: NO_CERTAINTY_COUNTS,
  },
});

const ownClaim = ({ check }: ScheduledCheck): string[] => [check];
const names = (all: readonly ScheduledCheck[]): string[] => all.map(({ check }) => check);

describe('a review', () => {
  test('begins with wrong answers that were certain, then takes the most overdue checks', () => {
    const due = [
      scheduled('late', 3),
      scheduled('sure', 9, true),
      scheduled('latest', 1),
      scheduled('sure too', 8, true),
    ];
    expect(names(reviewQueue(due, ownClaim, 10))).toEqual(['sure too', 'sure', 'latest', 'late']);
  });

  test('is never longer than the session setting', () => {
    expect(
      names(reviewQueue([scheduled('a', 1), scheduled('b', 2), scheduled('c', 3)], ownClaim, 2)),
    ).toEqual(['a', 'b']);
  });

  test('never has two checks about the same claim, or a check that is not due', () => {
    const claims = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), claims)), fc.nat(12), (pairs, size) => {
        const due = pairs.map(([day], i) => scheduled(`c${i}`, day));
        const claimsOf = ({ check }: ScheduledCheck) => pairs[Number(check.slice(1))]?.[1] ?? [];
        const queue = reviewQueue(due, claimsOf, size);
        const claimsAsked = queue.flatMap(claimsOf);
        expect(new Set(claimsAsked).size).toBe(claimsAsked.length);
        expect(queue.length).toBeLessThanOrEqual(size);
        expect(queue.every((check) => due.includes(check))).toBe(true);
      }),
    );
  });
});

describe('due checks', () => {
  const DAY = 24 * 3_600_000;
  const answered = foldAll([
    answer({ id: 'a', t: 10 * DAY }, { check: 'one', right: true }),
    answer({ id: 'b', t: 10 * DAY + 1 }, { check: 'two', right: false }),
    answer({ id: 'c', t: 10 * DAY + 2 }, { check: 'not in the course', right: false }),
  ]);
  const all = scheduledChecks(course, answered);
  const schedule = scheduleOf(course, answered);

  test('are the answered checks of the course whose due day has come', () => {
    expect(names(all)).toEqual(['one', 'two']);
    expect(names(checksDue(all, 10))).toEqual([]);
    expect(names(checksDue(all, 11))).toEqual(['two']);
    expect(names(checksDue(all, 99))).toEqual(['one', 'two']);
  });

  test('are announced for the next day that has any', () => {
    expect(nextDueDay(schedule, 10)).toBe(11);
    expect(nextDueDay(schedule, 11)).toBe(all[0]?.due);
    expect(nextDueDay(schedule, 1000)).toBeUndefined();
  });

  test('never include a learned check', () => {
    const learned = all.map((item) => ({ ...item, learned: true }));
    expect(checksDue(learned, 1000)).toEqual([]);
  });

  test('are as many in the count as in the list, for any answers', () => {
    fc.assert(
      fc.property(anyLog, fc.nat({ max: 60 }), (log, day) => {
        const progress = foldAll(log);
        const listed = scheduledChecks(course, progress);
        const counted = scheduleOf(course, progress);
        expect(countDue(counted, day)).toBe(checksDue(listed, day).length);
        expect(counted.learned).toBe(listed.filter(({ learned }) => learned).length);
        expect(counted.days.length + counted.learned).toBe(listed.length);
      }),
    );
  });
});
