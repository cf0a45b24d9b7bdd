import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { givenTimes, latestTime, redateFor } from '../../../src/core/log/given-time.js';
import { inOrder } from '../../../src/core/log/order.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { answer, anyLog } from '../../support/any-log.js';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 28, 12);
const AHEAD = Date.UTC(2031, 4, 1, 12);

const entry = (id: string, t: number, clock?: number): LogEntry => ({
  ...answer({ id, t }, { check: id }),
  ...(clock !== undefined && { clock }),
});
const redate = (id: string, t: number, from: number, to: number): LogEntry => ({
  ...{ k: 'redate', id, t, clock: to },
  ...{ from, to },
});

describe('the time at which an entry was given', () => {
  test('is what the clock showed, not its place in the order', () => {
    const log = [entry('a', NOW), entry('b', AHEAD), entry('c', AHEAD + 1, NOW + 1)];
    expect(givenTimes(log)).toEqual([NOW, AHEAD, NOW + 1]);
    expect(latestTime(log)).toBe(AHEAD);
    expect(foldAll(log).checks.get('c')?.first.t).toBe(NOW + 1);
  });

  test('is that of the redating if an earlier entry was ahead', () => {
    const log = [
      entry('a', NOW - DAY),
      entry('b', AHEAD),
      redate('r', AHEAD + 1, AHEAD, NOW),
      entry('c', AHEAD + 2, NOW + 1),
      entry('d', AHEAD + 3),
    ];
    expect(givenTimes(log)).toEqual([NOW - DAY, NOW, NOW, NOW + 1, AHEAD + 3]);
    expect(latestTime(log.slice(0, 4))).toBe(NOW + 1);
    expect(foldAll(log).checks.get('b')?.first.t).toBe(NOW);
  });

  test('is what it was for the answers of a healthy log that is merged', () => {
    const healthy = [entry('h', NOW - DAY), entry('i', NOW + 3 * DAY)];
    const healed = [entry('b', AHEAD), redate('r', AHEAD + 1, AHEAD, NOW)];
    const { checks } = foldAll([...healed, ...healthy]);
    for (const { id, t } of healthy) expect(checks.get(id)?.first.t).toBe(t);
  });

  test('is the same after a second redating of the same entries, as by two programs at once', () => {
    const once = [entry('b', AHEAD), redate('r', AHEAD + 1, AHEAD, NOW)];
    const twice = [...once, redate('s', AHEAD + 1, AHEAD, NOW + 5)];
    expect(givenTimes(inOrder(twice)).slice(0, 2)).toEqual(givenTimes(inOrder(once)));
  });

  test('depends on the latest thousand redatings only, so that no log takes minutes', () => {
    const made = Array.from({ length: 3000 }, (_, i) => redate(`r${i}`, AHEAD + i, i, i));
    const [first] = givenTimes([entry('a', 0), ...made]);
    expect(first).toBe(0);
    expect(givenTimes([entry('a', NOW), ...made])[0]).toBe(2000);
  });
});

describe('a log whose clock was ahead', () => {
  const ahead = (days: number): LogEntry[] =>
    Array.from({ length: days }, (_, i) => entry(`a${i}`, AHEAD + i * DAY));
  const since = (days: number): LogEntry[] =>
    Array.from({ length: days }, (_, i) => entry(`s${i}`, AHEAD + 100 * DAY + i, NOW - i * DAY));

  test('is redated from the earliest time that is more than a day ahead', () => {
    const log = [entry('x', NOW), entry('y', NOW + DAY), entry('z', NOW + DAY + 1), ...ahead(1)];
    expect(redateFor(log, NOW)).toEqual({ k: 'redate', from: NOW + DAY + 1, to: NOW });
  });

  test('is not redated twice', () => {
    const log = ahead(1);
    const record = redateFor(log, NOW);
    if (!record) throw new Error('no record');
    expect(redateFor([...log, { ...record, id: 'r', t: AHEAD + DAY, clock: NOW }], NOW)).toBe(
      undefined,
    );
  });

  test('is as it was if the present clock shows a time at which there was no program', () => {
    expect(redateFor(ahead(1), 0)).toBeUndefined();
    expect(redateFor([entry('a', NOW)], Date.UTC(2019, 0, 1))).toBeUndefined();
  });

  test('is as it was if many days say that the present clock is behind', () => {
    expect(redateFor(ahead(7), NOW)).toBeDefined();
    expect(redateFor(ahead(8), NOW)).toBeUndefined();
    expect(redateFor([...ahead(8), ...since(1)], NOW)).toBeUndefined();
    expect(redateFor([...ahead(8), ...since(2)], NOW)).toBeDefined();
  });

  test('has no time ahead of the clock once it is redated, whatever is in it', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: -3, max: 3 }), (log, days) => {
        const late = log.map((one) => ({ ...one, t: one.t + NOW + days * DAY }));
        const record = redateFor(late, NOW);
        const stamp = { id: 'r', t: NOW + 10 * DAY, clock: NOW };
        const all = record ? [...late, { ...record, ...stamp }] : late;
        expect(latestTime(all)).toBeLessThanOrEqual(NOW + DAY);
      }),
    );
  });
});
