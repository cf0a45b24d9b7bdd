import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { exportText, readExport } from '../../../src/core/log/export-file.js';
import { missingFrom } from '../../../src/core/log/merge.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { anyLog } from '../../support/any-log.js';

const DAY = 24 * 3_600_000;

/** A log that takes in another, as an import does. */
const taking = (own: readonly LogEntry[], other: readonly LogEntry[]): LogEntry[] => [
  ...own,
  ...missingFrom(own, other),
];

/** Logs of machines of one learner: no two of them give the same id. */
const machine = (name: string) =>
  anyLog.map((log) =>
    log.map((entry): LogEntry => {
      const undo = 'undo' in entry && entry.undo ? { undo: `${name}${entry.undo}` } : {};
      return { ...entry, ...undo, id: `${name}${entry.id}` } as LogEntry;
    }),
  );

const [a, b, c] = [machine('a'), machine('b'), machine('c')];

describe('taking in another machine’s progress', () => {
  test('twice is the same as once', () => {
    fc.assert(
      fc.property(a, b, (own, other) => {
        const once = taking(own, other);
        expect(missingFrom(once, other)).toEqual([]);
        expect(foldAll(taking(once, other))).toEqual(foldAll(once));
      }),
    );
  });

  test('comes to the same on both of them', () => {
    fc.assert(
      fc.property(a, b, (own, other) => {
        expect(foldAll(taking(own, other))).toEqual(foldAll(taking(other, own)));
      }),
    );
  });

  test('comes to the same in whatever order three of them are joined', () => {
    fc.assert(
      fc.property(a, b, c, (first, second, third) => {
        const left = taking(taking(first, second), third);
        expect(foldAll(taking(first, taking(second, third)))).toEqual(foldAll(left));
        expect(foldAll(taking(third, taking(second, first)))).toEqual(foldAll(left));
      }),
    );
  });

  test('takes no entry away', () => {
    fc.assert(
      fc.property(a, b, (own, other) => {
        const ids = taking(own, other).map(({ id }) => id);
        for (const { id } of [...own, ...other]) expect(ids).toContain(id);
      }),
    );
  });
});

describe('an export', () => {
  test('gives back every entry', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(readExport(exportText('bridge', log), 'bridge', DAY)).toEqual({ entries: log });
      }),
    );
  });

  const entry: LogEntry = { k: 'set', id: 'a', t: 10 * DAY, key: 'session', value: '5' };

  test.each([
    ['another file', 'hello', 'is not progress'],
    ['another JSON file', '{"entries":[]}', 'is not progress'],
    ['another course', exportText('tower', [entry]), '--course tower'],
    ['a later version', exportText('bridge', []).replace('"version": 1', '"version": 2'), 'update'],
    ['a damaged one', exportText('bridge', [entry]).replace('"t"', '"u"'), 'damaged'],
  ])('of %s is refused', (_, text, why) => {
    const read = readExport(text, 'bridge', 10 * DAY);
    expect('rejected' in read && read.rejected).toContain(why);
  });

  test('that is more than a day ahead of the clock is refused', () => {
    const text = exportText('bridge', [entry]);
    expect(readExport(text, 'bridge', 9 * DAY)).toEqual({ entries: [entry] });
    expect('rejected' in readExport(text, 'bridge', 9 * DAY - 1)).toBe(true);
  });

  test('never makes reading it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect('rejected' in readExport(text, 'bridge', DAY)).toBe(true);
      }),
    );
  });
});

test('what an export says its course is comes as plain text where it is refused', () => {
  const text = exportText('\u001b[31mbridge\u202e', []);
  const read = readExport(text, 'ferry', DAY);
  expect(read).toEqual({
    rejected: 'is progress in another course: take it in with --course bridge',
  });
});
