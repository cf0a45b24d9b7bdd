import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patches } from '../../scripts/bundle-patches.mjs';
import { COLUMNS, cellsAfter, fits } from '../support/cells.js';

const inInk = (name: string): string =>
  fileURLToPath(new URL(`../../node_modules/ink/build/${name}.js`, import.meta.url));

type Output = {
  readonly write: (x: number, y: number, text: string, how: { transformers: [] }) => void;
  readonly clip: (clip: { x1: number; x2: number; y1: number; y2: number }) => void;
  readonly unclip: () => void;
  readonly get: () => { output: string; height: number };
};
type OutputClass = new (size: { width: number; height: number }) => Output;

let folder = '';
let asInk: OutputClass;
let asBundled: OutputClass;
let lineUpdate: (previous: string, next: string, columns: number) => string;

async function bundled<T>(module: string, name: string, plugins: Plugin[]): Promise<T> {
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    entryPoints: [inInk(module)],
    outfile,
    plugins,
    bundle: true,
    format: 'esm',
    platform: 'node',
  });
  return (await import(pathToFileURL(outfile).href)).default;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  asInk = await bundled('output', 'ink', []);
  asBundled = await bundled('output', 'bundled', [patches]);
  lineUpdate = await bundled('line-update', 'line', [patches]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

test('what is drawn with what is remembered of earlier frames is what Ink draws anew', () => {
  fc.assert(
    fc.property(fc.array(frame, { minLength: 1, maxLength: 4 }), (frames) => {
      for (const one of frames) expect(drawn(asBundled, one)).toEqual(drawn(asInk, one));
    }),
    { numRuns: 500 },
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

test('a row that is brought up to date looks as one that is drawn anew', async () => {
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
    { numRuns: 300 },
  );
});
