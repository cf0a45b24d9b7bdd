import fc from 'fast-check';
import { LATEST_TIME } from '../../../src/core/json-shape.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a clock shows at a true time. All times are milliseconds since 1970. */
export const CLOCKS: Readonly<Record<string, (now: number) => number>> = {
  right: (now) => now,
  'ten hours ahead': (now) => now + 10 * HOUR,
  'ten hours behind': (now) => now - 10 * HOUR,
  'days ahead': (now) => now + 5 * DAY,
  'years ahead': (now) => now + 1600 * DAY,
  'more years ahead': (now) => now + 5000 * DAY,
  'at the latest time': () => LATEST_TIME,
  'a month behind': (now) => now - 30 * DAY,
  'in 1970': (now) => now % (20 * DAY),
  'before 1970': (now) => (now % DAY) - 3 * DAY,
};

const CHECKS = 6;

export type AnswerStep = { readonly check: number; readonly right: boolean };

/** What follows a session: a reset, its undo, an export to the other computer, a summary of the log. */
const ends = ['nothing', 'reset', 'undo', 'export', 'summary'] as const;

/** One session on one of two computers. */
export type SessionStep = {
  readonly computer: 0 | 1;
  /** True days since the session before. */
  readonly days: number;
  readonly clock: string;
  /** What the clock shows from the middle of the session on, if somebody sets it. */
  readonly later?: string | undefined;
  readonly answers: readonly AnswerStep[];
  readonly end: (typeof ends)[number];
};

const clock = fc.constantFrom('right', 'right', ...Object.keys(CLOCKS));

const step: fc.Arbitrary<SessionStep> = fc.record({
  computer: fc.constantFrom(0, 1),
  days: fc.nat({ max: 3 }),
  clock,

  later: fc.option(clock, { nil: undefined, freq: 2 }),
  answers: fc.array(fc.record({ check: fc.nat({ max: CHECKS - 1 }), right: fc.boolean() }), {
    maxLength: 4,
  }),
  end: fc.constantFrom(...ends),
});

/** How many sessions can come before each clock is right once. */
export const BETWEEN = 3;

export const plan: fc.Arbitrary<readonly SessionStep[]> = fc.array(step, {
  minLength: 1,
  maxLength: 12,
});
