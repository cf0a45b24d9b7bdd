import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { exportText, readExport } from '../../../src/core/log/export-file.js';
import { missingFrom } from '../../../src/core/log/merge.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { anyLog } from '../../support/any-log.js';

const DAY = 24 * 3_600_000;

/** Merges another log into one, as an import does. */
const merged = (own: readonly LogEntry[], other: readonly LogEntry[]): LogEntry[] => [
  ...own,
  ...missingFrom(own, other),
];

/** A log of one of the learner's computers. No two computers use the same id. */
const anyLogOf = (name: string) =>
  anyLog.map((log) =>
    log.map((entry): LogEntry => {
      const undo = 'undo' in entry && entry.undo ? { undo: `${name}${entry.undo}` } : {};
      return { ...entry, ...undo, id: `${name}${entry.id}` } as LogEntry;
    }),
  );

const [a, b, c] = [anyLogOf('a'), anyLogOf('b'), anyLogOf('c')];

describe('importing progress from another computer', () => {
  test('has the same result twice as once', () => {
    fc.assert(
      fc.property(a, b, (own, other) => {
        const once = merged(own, other);
        expect(missingFrom(once, other)).toEqual([]);
        expect(foldAll(merged(once, other))).toEqual(foldAll(once));
      }),
    );
  });

  test('gives both computers the same progress', () => {
    fc.assert(
      fc.property(a, b, (own, other) => {
        expect(foldAll(merged(own, other))).toEqual(foldAll(merged(other, own)));
      }),
    );
  });

  test('gives the same progress in any order of three logs', () => {
    fc.assert(
      fc.property(a, b, c, (first, second, third) => {
        const left = merged(merged(first, second), third);
        expect(foldAll(merged(first, merged(second, third)))).toEqual(foldAll(left));
        expect(foldAll(merged(third, merged(second, first)))).toEqual(foldAll(left));
      }),
    );
  });

  test('removes no entry', () => {
    fc.assert(
      fc.property(a, b, (own, other) => {
        const ids = merged(own, other).map(({ id }) => id);
        for (const { id } of [...own, ...other]) expect(ids).toContain(id);
      }),
    );
  });
});

describe('an export', () => {
  test('contains every entry', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(readExport(exportText('bridge', log), 'bridge')).toEqual({ entries: log });
      }),
    );
  });

  const entry: LogEntry = { k: 'set', id: 'a', t: 10 * DAY, key: 'session', value: '5' };

  test.each([
    ['another file', 'hello', 'is not exported progress'],
    ['another JSON file', '{"entries":[]}', 'is not exported progress'],
    ['another course', exportText('tower', [entry]), '--course tower'],
    ['a later version', exportText('bridge', []).replace('"version": 1', '"version": 2'), 'update'],
    ['a damaged one', exportText('bridge', [entry]).replace('"t"', '"u"'), 'damaged'],
  ])('is rejected if it is %s', (_, text, why) => {
    const read = readExport(text, 'bridge');
    expect('rejected' in read && read.rejected).toContain(why);
  });

  test('is taken in if a clock that was ahead has dated it', () => {
    const late = { ...entry, t: Date.UTC(2031, 4, 1) };
    expect(readExport(exportText('bridge', [late]), 'bridge')).toEqual({ entries: [late] });
  });

  test('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect('rejected' in readExport(text, 'bridge')).toBe(true);
      }),
    );
  });
});

test('the error about an export shows its course id as plain text', () => {
  const text = exportText('\u001b[31mbridge\u202e', []);
  const read = readExport(text, 'ferry');
  expect(read).toEqual({
    rejected: 'is progress in another course: import it with --course bridge',
  });
});
