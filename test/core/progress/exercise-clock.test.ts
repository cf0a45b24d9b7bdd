import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import {
  bootAt,
  type ComputerTime,
  exerciseTime,
} from '../../../src/core/progress/exercise-clock.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;

const T = Date.UTC(2026, 10, 28);

/** The last entry of a log, made `uptime` after the start of a computer, or by version 0.1.0. */
const entryAt = (t: number, computer?: Omit<ComputerTime, 'clock'>): LogEntry => ({
  ...{ k: 'begin', id: 'b', t },
  ...(computer && bootAt(t, { ...computer, clock: t })),
});

describe('the clock of an exercise continues', () => {
  test.each([
    ['with the real time, whatever the clock says', { clock: T + YEAR, uptime: 2 * HOUR }, HOUR],
    ['with the real time if the clock was set back', { clock: T - YEAR, uptime: 2 * HOUR }, HOUR],
    ['from the last entry if nearly no time has passed', { clock: T + HOUR, uptime: HOUR }, 0],
  ])('%s', (_, { clock, uptime }, passed) => {
    const last = entryAt(T, { uptime: HOUR, bootId: 'one' });
    expect(exerciseTime([last], { clock, uptime, bootId: 'one' })).toBe(T + passed);
  });

  test.each([
    ['by its clock', { clock: T + 5 * MINUTE, uptime: HOUR }, 5 * MINUTE],
    ['by no more than the time since then', { clock: T + YEAR, uptime: MINUTE }, MINUTE],
    ['not at all if its clock is behind', { clock: T - YEAR, uptime: MINUTE }, 0],
  ])('after a restart of the computer, %s', (_, { clock, uptime }, passed) => {
    const last = entryAt(T, { uptime: 3 * HOUR, bootId: 'one' });
    expect(exerciseTime([last], { clock, uptime, bootId: 'two' })).toBe(T + passed);
  });

  test.each([
    ['by its clock, also for the time when it was off', T + HOUR, HOUR],
    ['not at all if its clock is behind', T - YEAR, 0],
  ])('after a restart, if everyone’s time ends together, %s', (_, clock, passed) => {
    const last = entryAt(T, { uptime: 3 * HOUR, bootId: 'one' });
    const restarted = { clock, uptime: MINUTE, bootId: 'two' };
    expect(exerciseTime([last], restarted, true)).toBe(T + passed);
  });

  test('with the real time until a restart, also if everyone’s time ends together', () => {
    const last = entryAt(T, { uptime: HOUR, bootId: 'one' });
    const corrected = { clock: T + YEAR, uptime: HOUR + MINUTE, bootId: 'one' };
    expect(exerciseTime([last], corrected, true)).toBe(T + MINUTE);
  });

  test('after a restart on a system that does not name its starts', () => {
    const last = entryAt(T, { uptime: 3 * HOUR, bootId: '' });
    const computer = { clock: T + YEAR, uptime: MINUTE, bootId: '' };
    expect(exerciseTime([last], computer)).toBe(T + MINUTE);
  });

  test.each([
    [entryAt(T), { clock: T + MINUTE, uptime: HOUR, bootId: 'one' }],
    [entryAt(T, { uptime: HOUR, bootId: 'one' }), { clock: T + MINUTE, bootId: 'one' }],
    [
      { ...entryAt(T), boot: { id: 'one', t: 'soon' } } as unknown as LogEntry,
      { clock: T + MINUTE, uptime: HOUR, bootId: 'one' },
    ],
  ])('by the computer’s clock if nothing else is known (%#)', (last, computer) => {
    expect(exerciseTime([last], computer)).toBe(T + MINUTE);
    expect(exerciseTime([last], { ...computer, clock: T - YEAR })).toBe(T);
  });

  test('from the latest entry, in whatever order they come', () => {
    const log = [entryAt(T), entryAt(T + HOUR), entryAt(T - HOUR)];
    expect(exerciseTime(log, { clock: T, bootId: '' })).toBe(T + HOUR);
  });
});

/** Real time passes, and the clock is set forward or back. */
const closed = fc.record({
  passed: fc.integer({ min: 0, max: 10 * HOUR }),
  jump: fc.oneof(fc.constant(0), fc.integer({ min: -60 * YEAR, max: 60 * YEAR })),
  isRestarted: fc.boolean(),
});

test('no change of the clock makes the time of an exercise longer than it was, and no entry is before another', () => {
  fc.assert(
    fc.property(fc.array(closed, { maxLength: 12 }), (times) => {
      let [clock, uptime, bootId, real] = [T, HOUR, 0, 0];
      let last = entryAt(T, { uptime, bootId: '0' });
      for (const { passed, jump, isRestarted } of times) {
        real += passed;
        clock = Math.max(0, clock + passed + jump);
        uptime = isRestarted ? Math.floor(passed / 2) : uptime + passed;
        bootId += isRestarted ? 1 : 0;
        const computer = { clock, uptime, bootId: `${bootId}` };
        const now = exerciseTime([last], computer);
        expect(now).toBeGreaterThanOrEqual(last.t);
        if (!isRestarted) expect(now).toBe(last.t + passed);
        last = { k: 'begin', id: 'b', t: now, ...bootAt(now, computer) };
      }
      expect(last.t - T).toBeLessThanOrEqual(real);
    }),
  );
});
