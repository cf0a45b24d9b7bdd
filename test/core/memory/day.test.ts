import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { dayOf } from '../../../src/core/memory/day.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { checksDue } from '../../../src/core/review/schedule.js';
import { todayIn } from '../../../src/core/state/context.js';
import { answer } from '../../support/any-log.js';
import { course } from '../../support/small-course.js';

const HOUR = 3_600_000;

/** A moment on a learner's wall: local date and time with the offset from UTC in minutes. */
type Moment = readonly [local: string, offset: number];

const timeOf = ([local, offset]: Moment): number => Date.parse(`${local}Z`) - offset * 60_000;
const dateOf = (moment: Moment, endsAt = 4): string =>
  new Date(dayOf(timeOf(moment), moment[1], endsAt) * 24 * HOUR).toISOString().slice(0, 10);

describe('the learner’s day', () => {
  test.each([
    ['2026-11-28T23:55', '2026-11-28'],
    ['2026-11-29T00:05', '2026-11-28'],
    ['2026-11-29T03:59', '2026-11-28'],
    ['2026-11-29T04:00', '2026-11-29'],
  ])('at %s is %s', (local, date) => {
    for (const offset of [-720, -300, 0, 60, 345, 840]) expect(dateOf([local, offset])).toBe(date);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('ends at %i:00 if the learner says so', (hour) => {
    const end = `2026-11-29T0${hour}:00`;
    expect(dateOf([end, 60], hour)).toBe('2026-11-29');
    expect(dateOf([new Date(Date.parse(`${end}Z`) - 1).toISOString().slice(0, -1), 60], hour)).toBe(
      '2026-11-28',
    );
  });

  test.each([
    // In spring, clocks go from 2:00 to 3:00. In autumn, they go from 3:00 to 2:00.
    ['spring', '2026-03-28', '2026-03-29', ['T01:59', 60], ['T03:00', 120], ['T04:00', 120]],
    ['autumn', '2026-10-24', '2026-10-25', ['T02:59', 120], ['T02:00', 60], ['T04:00', 60]],
  ] as const)('ends at 4:00 by the clock of the wall in %s', (_, before, day, last, next, end) => {
    expect(dateOf([`${day}${last[0]}`, last[1]])).toBe(before);
    expect(dateOf([`${day}${next[0]}`, next[1]])).toBe(before);
    expect(dateOf([`${day}T03:59`, end[1]])).toBe(before);
    expect(dateOf([`${day}${end[0]}`, end[1]])).toBe(day);
  });
});

/** An answer to check `one` at a moment. The first is in a lesson, later ones in reviews. */
function answersAt(moments: readonly Moment[], right = true): LogEntry[] {
  return moments.map((moment, i): LogEntry => {
    const stamp = { id: `e${i}`, t: timeOf(moment) };
    const [, offset] = moment;
    if (i === 0) return { ...answer(stamp, { check: 'one', right }), offset } as LogEntry;
    return { ...stamp, k: 'review', check: 'one', choice: 'a', right, course: '0', offset };
  });
}

/** Whether check `one` is due at a moment, after answers at earlier moments. */
function isDue(now: Moment, answers: readonly Moment[], right = true): boolean {
  const progress = foldAll(answersAt(answers, right));
  const today = todayIn({ now: () => timeOf(now), offset: () => now[1] }, progress);
  return checksDue(course, progress, today).length > 0;
}

/** The next moment, in steps of ten minutes, at which the check is due. */
function nextDue(answers: readonly Moment[], offsetAt: (t: number) => number): number {
  const [last] = answers.slice(-1);
  for (let t = timeOf(last ?? ['2026-01-01T00:00', 0]); ; t += HOUR / 6) {
    const local = new Date(t + offsetAt(t) * 60_000).toISOString().slice(0, 16);
    if (isDue([local, offsetAt(t)], answers, false)) return t;
  }
}

describe('a question that was missed', () => {
  test('is due from 4:00 on, also if it was missed after midnight', () => {
    for (const missed of ['2026-11-28T21:00', '2026-11-28T23:55', '2026-11-29T00:05'])
      for (const [local, due] of [
        ['2026-11-29T00:06', false],
        ['2026-11-29T03:59', false],
        ['2026-11-29T04:00', true],
      ] as const)
        expect(isDue([local, 60], [[missed, 60]], false)).toBe(due);
  });

  test('that comes back before midnight is not due again after midnight', () => {
    const night: readonly Moment[] = [
      ['2026-11-27T22:00', 60],
      ['2026-11-28T23:55', 60],
    ];
    expect(isDue(['2026-11-29T00:05', 60], night, false)).toBe(false);
    expect(isDue(['2026-11-29T04:00', 60], night, false)).toBe(true);
  });

  test.each([
    ['spring', '2026-03-28T23:00', 60, Date.UTC(2026, 2, 29, 1), 120],
    ['autumn', '2026-10-24T23:00', 120, Date.UTC(2026, 9, 25, 1), 60],
  ] as const)(
    'is due at 4:00 in the night of the time change in %s',
    (_, missed, before, change, after) => {
      const offsetAt = (t: number): number => (t < change ? before : after);
      const due = nextDue([[missed, before]], offsetAt);
      expect(new Date(due + after * 60_000).toISOString()).toBe(
        `${missed.slice(0, 8)}${Number(missed.slice(8, 10)) + 1}T04:00:00.000Z`,
      );
    },
  );

  const PLACES = { Berlin: 60, 'New York': -300 } as const;

  test.each([
    ['Berlin', 'New York'],
    ['New York', 'Berlin'],
  ] as const)('is due once a day, and never lost, on a flight from %s to %s', (from, to) => {
    for (let hour = 0; hour < 24; hour += 1) {
      const left = Date.UTC(2026, 10, 28, hour);
      const offsetAt = (t: number): number => (t < left ? PLACES[from] : PLACES[to]);
      // Answers as soon as the question is due, on the days around the flight.
      const answers: Moment[] = [['2026-11-26T12:00', PLACES[from]]];
      const times: number[] = [];
      const begin = timeOf(['2026-11-27T04:00', PLACES[from]]);
      for (let t = begin; t < begin + 96 * HOUR; t += HOUR / 2) {
        const now: Moment = [
          new Date(t + offsetAt(t) * 60_000).toISOString().slice(0, 16),
          offsetAt(t),
        ];
        if (!isDue(now, answers, false)) continue;
        answers.push(now);
        times.push(t);
      }
      const dates = answers.map((moment) => dateOf(moment));
      expect(new Set(dates).size).toBe(dates.length);
      const gaps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
      // A day is as long as it is on the learner's wall: 24 hours, and six more or fewer with the flight.
      expect(Math.max(...gaps)).toBeLessThanOrEqual(30 * HOUR);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(18 * HOUR);
      expect(times.length).toBeGreaterThanOrEqual(3);
    }
  });
});
