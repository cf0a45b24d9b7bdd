import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnerReport, memoryCounts } from '../../../src/core/learner-report/report.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { NO_CERTAINTY_COUNTS } from '../../../src/core/memory/recall.js';
import { afterReview, reviewNote } from '../../../src/core/messages/home.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { lessonStatus } from '../../../src/core/progress/lesson-status.js';
import { reviewQueue } from '../../../src/core/review/queue.js';
import {
  checksDue,
  countDue,
  type DueCheck,
  nextDueDay,
  scheduleOf,
} from '../../../src/core/review/schedule.js';
import { answer, anyLog } from '../../support/any-log.js';
import { kinds, course as withText } from '../../support/kinds-course.js';
import { choosing, play } from '../../support/play.js';
import { course } from '../../support/small-course.js';

const one = (check: string, due: number, surelyMissed = false): DueCheck => ({
  check,
  lesson: 'first',
  due,
  recall: {
    memory: { stability: 1, difficulty: 5, day: 0 },
    reviews: 0,
    surelyMissed,
    certaintyCounts: NO_CERTAINTY_COUNTS,
  },
});

const own = ({ check }: DueCheck): string[] => [check];
const names = (all: readonly DueCheck[]): string[] => all.map(({ check }) => check);

describe('a review', () => {
  test('begins with what was wrong and called certain, then takes the most overdue', () => {
    const due = [one('late', 3), one('sure', 9, true), one('latest', 1), one('sure too', 8, true)];
    expect(names(reviewQueue(due, own, 10))).toEqual(['sure too', 'sure', 'latest', 'late']);
  });

  test('is no longer than it is set to be', () => {
    expect(names(reviewQueue([one('a', 1), one('b', 2), one('c', 3)], own, 2))).toEqual(['a', 'b']);
  });

  test('never holds two checks on the same claim, and no check that is not due', () => {
    const claims = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), claims)), fc.nat(12), (given, size) => {
        const due = given.map(([day], i) => one(`c${i}`, day));
        const claimsOf = ({ check }: DueCheck) => given[Number(check.slice(1))]?.[1] ?? [];
        const plan = reviewQueue(due, claimsOf, size);
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
    answer({ id: 'a', t: 10.5 * DAY }, { check: 'one', right: true }),
    answer({ id: 'b', t: 10.5 * DAY + 1 }, { check: 'two', right: false }),
    answer({ id: 'c', t: 10.5 * DAY + 2 }, { check: 'not in the course', right: false }),
  ]);
  const due = (day: number): DueCheck[] => checksDue(course, answered, day);
  const schedule = scheduleOf(course, answered);

  test('is the answered checks of the course whose day has come', () => {
    expect(names(due(10))).toEqual([]);
    expect(names(due(11))).toEqual(['two']);
    expect(names(due(99))).toEqual(['one', 'two']);
  });

  test('has a next day on which a check comes back', () => {
    expect(nextDueDay(schedule, 10)).toBe(11);
    expect(nextDueDay(schedule, 11)).toBe(due(99)[0]?.due);
    expect(nextDueDay(schedule, 1000)).toBeUndefined();
  });

  test('is never a check that is learned', () => {
    const easy = (t: number): LogEntry => ({
      id: `r${t}`,
      t: t * DAY,
      k: 'review',
      check: 'one',
      choice: 'a',
      right: true,
      certainty: 'certain',
      course: '0',
      offset: 0,
    });
    const log = [answer({ id: 'a', t: 0 }, { check: 'one' }), easy(10), easy(50)];
    const learned = foldAll(log);
    expect(checksDue(course, foldAll(log.slice(0, 1)), 10_000)).toHaveLength(1);
    expect(checksDue(course, learned, 10_000)).toEqual([]);
    expect(scheduleOf(course, learned)).toEqual({ days: [], learned: 1 });
  });

  test('is counted as it is listed, whatever was answered', () => {
    fc.assert(
      fc.property(anyLog, fc.nat({ max: 60 }), (log, day) => {
        const progress = foldAll(log);
        const counted = scheduleOf(course, progress);
        expect(countDue(counted, day)).toBe(checksDue(course, progress, day).length);
        const answered = course.lessons
          .flatMap(({ checks }) => checks)
          .filter((check) => progress.checks.get(check));
        expect(counted.days.length + counted.learned).toBe(answered.length);
      }),
    );
  });
});

describe('questions in the text', () => {
  const DAY = 24 * 3_600_000;
  const answersTo = (checks: readonly string[]): LogEntry[] =>
    checks.map((check, i) => answer({ id: check, t: 10.5 * DAY + i }, { check, right: false }));
  const all = foldAll(answersTo(withText.index.lessons.flatMap(({ checks }) => checks)));
  const onlyInText = foldAll(answersTo(kinds.inText ?? []));

  test('are in no review, and no day is due because of them', () => {
    expect(kinds.inText).toEqual(['sentences', 'words']);
    expect(checksDue(withText.index, onlyInText, 10_000)).toEqual([]);
    expect(nextDueDay(scheduleOf(withText.index, onlyInText), 0)).toBeUndefined();
    const asked = names(checksDue(withText.index, all, 10_000));
    expect(asked).toEqual([
      ...['who', 'row-fee', 'row-letter', 'row-night', 'why'],
      ...['who-later', 'row-guard', 'row-june', 'why-later'],
    ]);
  });

  test('are in no count of what is new, being learned or learned', () => {
    const none = foldAll([]);
    expect(memoryCounts(withText.index, none)).toEqual({ new: 9, learning: 0, learned: 0 });
    expect(memoryCounts(withText.index, onlyInText)).toEqual(memoryCounts(withText.index, none));
    expect(memoryCounts(withText.index, all)).toEqual({ new: 0, learning: 9, learned: 0 });
    const { memory, due } = learnerReport({
      ...{ course: withText.index, lessons: withText.lessons, material: withText.material },
      ...{ progress: all, past: [], today: 11 },
    });
    expect([memory, due[0]]).toEqual([{ new: 0, learning: 9, learned: 0 }, 9]);
  });

  test('still count as answered in their lesson', () => {
    expect(lessonStatus(kinds, all)).toMatchObject({ checks: 7, answered: 7 });
  });

  test('are not on home: it counts what is due in a review, and how much comes back', () => {
    const learner = { course: withText.index, progress: all, today: 11 };
    expect(reviewNote(learner)).toBe('9 due, about 5 minutes');
    expect(afterReview(learner)).toContain(
      "9 questions come back in reviews until you'll probably remember them for a month.",
    );
    const early = { ...learner, progress: onlyInText };
    expect(reviewNote(early)).toBe('nothing to review yet');
  });
});

test('a review asks the rows of a board alone, each with all headings', () => {
  const log = ['row-fee', 'row-night'].map((check, t) => answer({ id: check, t }, { check }));
  const session = play({ of: withText, log, now: 400 * 24 * 3_600_000 });
  const home = session.scene();
  const at = home.kind === 'home' ? home.menu.findIndex(({ id }) => id === 'review') : -1;
  session.do({ type: 'point', at }, { type: 'enter' });
  expect(session.scene()).toMatchObject({
    ...{ kind: 'check', step: { row: { board: 'steps' } } },
    choices: [{ id: 'demanded' }, { id: 'refused' }, { id: 'threatened' }],
  });
  session.do(...choosing(session, 'refused'));
  expect(session.scene()).toMatchObject({ kind: 'verdict', verdict: { right: false } });
  expect(session.log.at(-1)).toMatchObject({ k: 'review', misreading: 'wrong-measure' });
  expect(session.log.at(-1)).not.toHaveProperty('again');
});

test('a miss that may still be put right is not due, because review would show its answer', () => {
  const start: LogEntry = { k: 'start', id: 'e0', t: 0, lesson: 'kinds', seed: 's' };
  const first = { lesson: 'kinds', check: 'who', choice: 'librarian', right: false } as const;
  const miss = answer({ id: 'e1', t: 1 }, { ...first, again: true });
  const second = answer({ id: 'e2', t: 2 }, { ...first, choice: 'spokesman', right: true });
  const due = (...log: readonly LogEntry[]): string[] =>
    names(checksDue(withText.index, foldAll(log), 1_000));
  expect(due(start, miss)).toEqual([]);
  expect(due(start, miss, second)).toEqual(['who']);
});
