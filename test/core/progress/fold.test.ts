import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { byTime } from '../../../src/core/log/order.js';
import { isIncremental } from '../../../src/core/log/resets.js';
import { continueFrom, emptyProgress, foldAll, foldOnto } from '../../../src/core/progress/fold.js';
import { answer, anyLog } from '../../support/any-log.js';

const start = (t: number, lesson = 'first'): LogEntry => ({
  id: `s${t}`,
  t,
  k: 'start',
  lesson,
  seed: 'x',
});
const at = (t: number, step: string, lesson = 'first'): LogEntry => ({
  id: `a${t}`,
  t,
  k: 'at',
  lesson,
  step,
});
const reset = (
  t: number,
  fields: { lesson?: string; checks?: string[]; undo?: string } = {},
): LogEntry => ({ id: `r${t}`, t, k: 'reset', ...fields });

describe('the fold', () => {
  it('keeps the first answer, the latest answer and the number of tries', () => {
    const { checks } = foldAll([
      answer({ id: 'a', t: 1 }, { choice: 'a', right: false }),
      answer({ id: 'b', t: 2 }, { choice: 'b', right: false }),
      answer({ id: 'c', t: 3 }, { choice: 'c', right: true }),
    ]);
    expect(checks.get('who')).toEqual({
      first: { choice: 'a', right: false, t: 1 },
      last: { choice: 'c', right: true, t: 3 },
      tries: 3,
      recall: expect.objectContaining({ reviews: 0, surelyMissed: false }),
    });
  });

  it('keeps the first answer of each attempt at its check', () => {
    const before = [start(1), answer({ id: 'a', t: 2 }, { choice: 'a' })];
    const again = [...before, answer({ id: 'b', t: 3 }, { choice: 'b' })];
    expect(foldAll(again).attempts.first?.answers.who?.choice).toBe('a');
    const newAttempt = [...again, start(4), answer({ id: 'c', t: 5 }, { choice: 'c' })];
    expect(foldAll(newAttempt).attempts.first?.answers.who?.choice).toBe('c');
  });

  it('keeps the time when the end of a lesson was first reached', () => {
    const log = [start(1), at(2, 'end'), start(3), at(4, 'one'), at(5, 'end')];
    expect(foldAll(log).finished).toEqual({ first: 2 });
  });

  it('hides a lesson and its checks on a reset, and shows them again on undo', () => {
    const log = [
      start(1),
      answer({ id: 'a', t: 2 }),
      start(3, 'second'),
      answer({ id: 'b', t: 4 }, { check: 'what' }),
    ];
    const hidden = [...log, reset(5, { lesson: 'first', checks: ['who'] })];
    const gone = foldAll(hidden);
    expect([...gone.checks].map(([id]) => id)).toEqual(['what']);
    expect(Object.keys(gone.attempts)).toEqual(['second']);
    expect(gone.resets).toEqual([{ id: 'r5', lesson: 'first' }]);
    expect(foldAll([...hidden, reset(6, { undo: 'r5' })])).toEqual(foldAll(log));
  });

  it('hides everything except settings on a reset of the course', () => {
    const log: LogEntry[] = [
      start(1),
      answer({ id: 'a', t: 2 }),
      { id: 'b', t: 3, k: 'set', key: 'certainty', value: 'on' },
      reset(4),
    ];
    expect(foldAll(log)).toEqual({
      ...emptyProgress,
      settings: { certainty: 'on' },
      resets: [{ id: 'r4' }],
    });
  });

  it('undoes only resets, and only earlier resets', () => {
    const answered = [answer({ id: 'a', t: 1 }), reset(2, { undo: 'a' })];
    expect(foldAll(answered).checks.get('who')?.tries).toBe(1);
    expect(foldAll([reset(3, { undo: 'r4' }), reset(4)]).resets).toEqual([{ id: 'r4' }]);
  });

  it('keeps only the last 20 resets', () => {
    const log = Array.from({ length: 100 }, (_, t) => reset(t));
    expect(foldAll(log).resets.map(({ id }) => id)).toEqual(log.slice(-20).map(({ id }) => id));
  });

  it('is the same for a log in any order, and with duplicate entries', () => {
    const mixed = anyLog.chain((log) => {
      const twice = [...log, ...log];
      return fc.tuple(fc.constant(log), fc.shuffledSubarray(twice, { minLength: twice.length }));
    });
    fc.assert(
      fc.property(mixed, ([log, disordered]) => {
        expect(foldAll(disordered)).toEqual(foldAll(log));
      }),
    );
  });

  it('is the same for a log folded at once or in two parts', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(30), (log, cut) => {
        const [early, late] = [log.slice(0, cut), log.slice(cut)];
        const continued = continueFrom(foldAll(early), early.at(-1), late);
        if (late.every(isIncremental)) expect(continued).toEqual(foldAll(log));
        else expect(continued).toBeUndefined();
      }),
    );
  });

  it('is the same for a log folded at once or entry by entry', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const forward = log.filter(isIncremental);
        const stepwise = forward.reduce(
          (progress, entry) => foldOnto(progress, [entry]),
          emptyProgress,
        );
        expect(stepwise).toEqual(foldAll(forward));
      }),
    );
  });

  it('cannot continue with an entry that is earlier than the folded entries', () => {
    const folded = foldAll([answer({ id: 'b', t: 5 })]);
    const highest = { id: 'b', t: 5 };
    expect(continueFrom(folded, highest, [answer({ id: 'z', t: 4 })])).toBeUndefined();
    expect(continueFrom(folded, highest, [answer({ id: 'a', t: 5 })])).toBeUndefined();
    expect(continueFrom(folded, highest, [answer({ id: 'b', t: 5 })])).toBeUndefined();
    expect(continueFrom(folded, highest, [answer({ id: 'c', t: 5 })])).toBeDefined();
  });

  it('finds nothing under names that every object has', () => {
    const { checks, attempts, finished, settings } = foldAll([start(1), at(2, 'end')]);
    for (const record of [attempts, finished, settings]) expect(record.constructor).toBeUndefined();
    expect(checks.get('constructor')).toBeUndefined();
    expect(Object.keys(foldAll([start(1, '__proto__')]).attempts)).toEqual(['__proto__']);
  });

  it('orders entries by time, then by id', () => {
    const stamps = [
      { id: 'b', t: 2 },
      { id: 'a', t: 2 },
      { id: 'c', t: 1 },
    ];
    expect(stamps.sort(byTime).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
