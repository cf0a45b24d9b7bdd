import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { patched } from '../support/bundled.js';
import { cellsAfter, fits } from '../support/cells.js';

let unchangedEnd: (previous: string, next: string) => number;

beforeAll(async () => {
  ({ unchangedEnd } = await patched<{ unchangedEnd: typeof unchangedEnd }>(
    'ink/build/line-update.js',
  ));
});

/** Codes as Ink writes them: bold, dim, colours of the sixteen and of the 256, none. */
const STYLES = [
  ['', ''],
  ['\x1b[1m', '\x1b[22m'],
  ['\x1b[2m', '\x1b[22m'],
  ['\x1b[35m', '\x1b[39m'],
  ['\x1b[32m', '\x1b[39m'],
  ['\x1b[38;5;134m', '\x1b[39m'],
  ['\x1b[1m\x1b[35m', '\x1b[39m\x1b[22m'],
] as const;

const span = fc.tuple(
  fc.constantFrom(...STYLES),
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '❯', 'm', '1'), maxLength: 8 }),
);
const row = fc.array(span, { minLength: 1, maxLength: 6 });
type Row = readonly (readonly [readonly [string, string], string])[];

const written = (spans: Row): string =>
  spans.map(([[open, close], text]) => `${open}${text}${close}`).join('');
const width = (spans: Row): number => spans.reduce((sum, [, text]) => sum + text.length, 0);

/** Two rows of as many columns, often alike at their ends. */
const twoRows = fc
  .tuple(row, row, row)
  .map(([one, other, end]): [string, string] => {
    const [a, b] = [written(one), written(other)];
    const missing = width(one) - width(other);
    const fill = ' '.repeat(Math.abs(missing));
    return [
      (missing < 0 ? a + fill : a) + written(end),
      (missing > 0 ? b + fill : b) + written(end),
    ];
  })
  .filter((rows) => rows.every(fits));

test('a row drawn over another up to its unchanged end looks like the row drawn from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(twoRows, async ([previous, next]) => {
      const end = unchangedEnd(previous, next);
      const part = next.slice(0, next.length - end);
      expect(await cellsAfter(previous, '\r', part)).toEqual(await cellsAfter(next));
      // What is written after it has no style.
      expect((await cellsAfter('\r', part, 'x')).find(([text]) => text === 'x')).toEqual(
        (await cellsAfter('x'))[0],
      );
    }),
    { numRuns: 150 },
  );
});

test('the text after the highlighted words is unchanged', () => {
  const bar = '\x1b[2m░░░ 9 checks\x1b[22m';
  const lit = `\x1b[35m❯\x1b[39m \x1b[35mWhat \x1b[39m${bar}`;
  const plain = `\x1b[35m \x1b[39m What ${bar}`;
  expect(unchangedEnd(lit, plain)).toBe(bar.length);
  expect(unchangedEnd(plain, lit)).toBe(bar.length);
});

test('nothing after an unknown code is unchanged', () => {
  expect(unchangedEnd('\x1b[48;5;1mab', '\x1b[48;5;1mcb')).toBe(0);
});

test.each(['\x1b[35m', '\x1b[38;5;134m'])(
  'the row after a pointer with the colour %j is unchanged',
  (colour) => {
    const text = ' Review     14 due';
    const lit = `${colour}❯\x1b[39m${text}`;
    expect(unchangedEnd(lit, ` ${text}`)).toBe(text.length);
    expect(unchangedEnd(` ${text}`, lit)).toBe(text.length);
  },
);
