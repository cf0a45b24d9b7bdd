import type { Check } from '../../src/core/course/course.js';
import type { LogEntry, Stamp } from '../../src/core/log/entry.js';
import { DAY, stampsFrom, wentThrough } from '../support/past.js';
import { appendEntries } from './answer-log.js';
import { checks, index, material } from './shipped-course.js';

/** A review of a check that is answered right, or with its first wrong choice. */
export function reviewOf(check: Check, isRight: boolean, stamp: () => Stamp): LogEntry {
  const wrong = check.choices.find(({ id }) => id !== check.key)?.id ?? '';
  return {
    ...stamp(),
    k: 'review',
    check: check.id,
    choice: isRight ? check.key : wrong,
    right: isRight,
    course: '0',
    offset: 0,
  };
}

/** Right answers in "Who said it?"; they change nothing that is due. */
export const drillAnswers = (count: number, stamp: () => Stamp): LogEntry[] =>
  Array.from({ length: count }, (_, n) => ({
    ...stamp(),
    k: 'drill',
    claim: material.claims[n % material.claims.length]?.id ?? '',
    asks: 'teller',
    choice: 'key',
    right: true,
    course: '0',
    offset: 0,
  }));

/** Writes the log of a learner who went through every lesson a month ago, with so many right reviews since. */
export function wentThroughAll(data: string, reviews = 0): void {
  wentThrough(
    data,
    index.lessons.map(({ id }) => id),
    { daysAgo: 30 },
  );
  const all = [...checks.values()];
  const stamp = stampsFrom(Date.now() - 29 * DAY, 'past');
  appendEntries(
    data,
    Array.from({ length: reviews }, (_, n) => reviewOf(all[n % all.length] as Check, true, stamp)),
  );
}
