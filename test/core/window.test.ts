import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSizeReported, makeRoom, windowSize } from '../../src/core/window.js';

test('a terminal that reports its window has this window', () => {
  const window = { columns: 132, rows: 43 };
  expect(windowSize(window, { COLUMNS: '60', LINES: '20' })).toEqual(window);
  expect(isSizeReported(window)).toBe(true);
});

test.each([
  [{ columns: 0, rows: 0 }],
  [{ columns: undefined, rows: undefined }],
  [{ columns: Number.NaN, rows: Number.NaN }],
  [{}],
])('a terminal that reports %j has the usual window, or that of COLUMNS and LINES', (reported) => {
  expect(windowSize(reported, {})).toEqual({ columns: 80, rows: 24 });
  expect(windowSize(reported, { COLUMNS: '132' })).toEqual({ columns: 132, rows: 24 });
  expect(windowSize(reported, { LINES: '43' })).toEqual({ columns: 80, rows: 43 });
  expect(isSizeReported(reported)).toBe(false);
});

test('a window that is too small names what works for this command', () => {
  expect(makeRoom('--html')).toEqual(['Enlarge to 40x12 or more', 'q quit, then use --html']);
});

test('a window always has whole columns and rows, whatever is reported', () => {
  const length = fc.option(fc.oneof(fc.double(), fc.integer()), { nil: undefined });
  const text = fc.option(fc.oneof(fc.string(), fc.integer().map(String)), { nil: undefined });
  fc.assert(
    fc.property(length, length, text, text, (columns, rows, COLUMNS, LINES) => {
      const size = windowSize({ columns, rows }, { COLUMNS, LINES });
      for (const one of Object.values(size)) expect(Number.isInteger(one) && one > 0).toBe(true);
    }),
  );
});
