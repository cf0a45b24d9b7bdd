import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { patched, published } from '../support/bundled.js';
import { textsSegmented } from '../support/segmenter.js';

type StringWidth = {
  readonly default: (text: string) => number;
  readonly graphemes: Pick<Intl.Segmenter, 'segment'>;
};
type WrapAnsi = {
  readonly default: (text: string, columns: number, options: { hard: boolean }) => string;
};

/** Parts of clusters of every sort, and characters that are clusters of their own. */
const PARTS = [
  ...['新', 'a', ' ', '\n', '\r', '\t', '·', '😀', '𠀀'],
  ...['\u0301', '\u0903', '\u094d', 'क', '\u200d', '\ufe0f', '👩', '🏽', '🇫', '🇮', '1', '\u20e3'],
  ...['\u1100', '\u1161', '\u11a8', '각', '\u0600', '\u{e0101}', '\ud83d', '\ude00', '\u{13430}'],
];

const part = fc.constantFrom(...PARTS);

/** Texts of one part or of many, shorter and longer than a piece. */
const text = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 2_500 }))
  .map(([parts, length]) => parts.join('').repeat(Math.ceil(length / parts.length)));

const mixedText = fc.array(part, { minLength: 900, maxLength: 1_800 }).map((all) => all.join(''));

/** What a course has: words of a few letters, in some script. */
const ordinaryText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'the',
        'ferry',
        'Ida’s',
        '“pier”',
        'naïve',
        '町長が',
        '말했다',
        'говорит',
        '❯',
        '👍',
      ),
      fc.string({ maxLength: 9 }),
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));

describe('the patched packages', () => {
  let ours: StringWidth;
  let theirs: StringWidth;
  let wrap: WrapAnsi['default'];
  let theirWrap: WrapAnsi['default'];

  beforeAll(async () => {
    ours = await patched('string-width/index.js');
    theirs = await published('string-width/index.js');
    wrap = (await patched<WrapAnsi>('wrap-ansi/index.js')).default;
    theirWrap = (await published<WrapAnsi>('wrap-ansi/index.js')).default;
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('split every text into the same clusters as Intl.Segmenter', () => {
    const segmenter = new Intl.Segmenter();
    const clusters = (all: Iterable<{ segment: string; index: number }>) =>
      [...all].map(({ segment, index }) => [index, segment]);
    fc.assert(
      fc.property(fc.oneof(text, mixedText), (any) => {
        expect(clusters(ours.graphemes.segment(any))).toEqual(clusters(segmenter.segment(any)));
      }),
      { numRuns: 60 },
    );
  });

  test('measure and wrap ordinary and long texts like the published ones', () => {
    fc.assert(
      fc.property(
        fc.oneof({ arbitrary: ordinaryText, weight: 4 }, mixedText),
        fc.integer({ min: 1, max: 100 }),
        (any, columns) => {
          expect(ours.default(any)).toBe(theirs.default(any));
          expect(wrap(any, columns, { hard: true })).toBe(theirWrap(any, columns, { hard: true }));
        },
      ),
      { numRuns: 80 },
    );
  });

  test('never give V8 a long text, which it would copy for each cluster', () => {
    const given = textsSegmented();
    const rows = wrap('新'.repeat(20_000), 72, { hard: true }).split('\n');
    expect(rows).toHaveLength(Math.ceil(20_000 / 36));
    expect(ours.default('新'.repeat(20_000))).toBe(40_000);
    expect(given.length).toBeGreaterThan(20);
    expect(Math.max(...given.map(({ length }) => length))).toBeLessThan(2_000);
  });
});
