import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { patched, published } from '../support/bundled.js';
import { COLUMNS, cellsAfter, fits } from '../support/cells.js';

type Output = {
  readonly write: (x: number, y: number, text: string, how: { transformers: [] }) => void;
  readonly clip: (clip: { x1: number; x2: number; y1: number; y2: number }) => void;
  readonly unclip: () => void;
  readonly get: () => { output: string; height: number };
};
type OutputClass = new (size: { width: number; height: number }) => Output;

type Of<T> = { readonly default: T };

let asInk: OutputClass;
let asBundled: OutputClass;
let lineUpdate: (previous: string, next: string, columns: number) => string;

beforeAll(async () => {
  asInk = (await published<Of<OutputClass>>('ink/build/output.js')).default;
  asBundled = (await patched<Of<OutputClass>>('ink/build/output.js')).default;
  lineUpdate = (await patched<Of<typeof lineUpdate>>('ink/build/line-update.js')).default;
});

const piece = fc.constantFrom(
  'a word',
  ' ',
  '\n',
  '❯ ',
  '新聞',
  'e\u0301',
  '👩‍👩‍👧',
  '\x1b[35mlit\x1b[39m',
  '\x1b[2mdim\n',
  '\x1b[22m',
);
const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const write = fc.record({
  x: fc.integer({ min: 0, max: 12 }),
  y: fc.integer({ min: 0, max: 4 }),
  text,
});
const clip = fc.record({
  x1: fc.integer({ min: 0, max: 6 }),
  x2: fc.integer({ min: 4, max: 14 }),
  y1: fc.integer({ min: 0, max: 2 }),
  y2: fc.integer({ min: 1, max: 5 }),
});
const frame = fc.array(fc.oneof({ arbitrary: write, weight: 4 }, { arbitrary: clip, weight: 1 }), {
  maxLength: 8,
});

function drawn(
  Class: OutputClass,
  operations: readonly (
    | { x: number; y: number; text: string }
    | { x1: number; x2: number; y1: number; y2: number }
  )[],
): { output: string; height: number } {
  const output = new Class({ width: 14, height: 5 });
  for (const one of operations) {
    if ('text' in one) output.write(one.x, one.y, one.text, { transformers: [] });
    else output.clip(one);
  }
  return output.get();
}

test('a frame drawn with the caches of earlier frames is the frame that Ink draws without them', () => {
  fc.assert(
    fc.property(fc.array(frame, { minLength: 1, maxLength: 4 }), (frames) => {
      for (const one of frames) expect(drawn(asBundled, one)).toEqual(drawn(asInk, one));
    }),
    { numRuns: 200 },
  );
});

const styledPiece = fc.constantFrom(
  'a word ',
  '❯ ',
  '  ',
  '新',
  'e\u0301',
  '░░░ 9 checks',
  '\x1b[35mlit\x1b[39m',
  '\x1b[2mdim\x1b[22m',
  '\x1b[1m\x1b[35mboth\x1b[39m\x1b[22m',
);
const styledRow = fc
  .array(styledPiece, { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.join(''));

test('an updated row looks like the same row drawn from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(styledRow, styledRow, styledRow, async (one, other, end) => {
      for (const [previous, next] of [
        [one + end, other + end],
        [one + other, one + end],
        [one, other],
      ] as const) {
        if (previous === next || !fits(previous) || !fits(next)) continue;
        const update = lineUpdate(previous, next, COLUMNS);
        expect(await cellsAfter(previous, '\r', update)).toEqual(await cellsAfter(next));
      }
    }),
    { numRuns: 150 },
  );
});
