import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  articleOf,
  LEAST_SHARED,
  sharedRuns,
} from '../../../../src/core/lint/article/shared-runs.js';

const ARTICLE = `The night ferry to Holm will be suspended from March
unless the council pays for a second lamp on the pier, ferryman Jonas Brandt warned.

Harbour master Ida Lund told reporters she’d seen “no reason to believe” it.`;

const runsIn = (text: string) => sharedRuns(text, articleOf(ARTICLE));

describe('a run of words that a text shares with the article', () => {
  test('has seven words or more', () => {
    expect(runsIn('It says: the night ferry to Holm will be late.')).toEqual([
      {
        count: 7,
        own: 'the night ferry to Holm will be',
        theirs: 'The night ferry to Holm will be',
        line: 1,
      },
    ]);
    expect(runsIn('The night ferry to Holm will stop.')).toEqual([]);
  });

  test('has the same words, whatever is between them and however they are written', () => {
    expect(
      runsIn(
        'UNLESS the council (pays, for a second\nlamp), ida lund told reporters she\'d seen "no',
      ),
    ).toMatchObject([
      { count: 8, theirs: 'unless the council pays for a second lamp', line: 2 },
      { count: 7, theirs: 'Ida Lund told reporters she’d seen “no', line: 4 },
    ]);
  });

  test('goes over a line of the article', () => {
    expect(runsIn('will be suspended from March unless the council')).toMatchObject([
      { count: 8, theirs: 'will be suspended from March unless the council', line: 1 },
    ]);
  });

  test('is every longest run of words of which each seven are in the article', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (own, theirs) => {
        const found = sharedRuns(own.join(' '), articleOf(theirs.join(', ')));
        expect(found.map((run) => run.own)).toEqual(runsByHand(own, theirs));
      }),
      { numRuns: 300 },
    );
  });

  test('is found in a megabyte of one word within a second or so', () => {
    const article = articleOf('word '.repeat(200_000));
    expect(sharedRuns('word '.repeat(600), article)).toMatchObject([{ count: 600, line: 1 }]);
  });
});

/** Compares each run with each place. */
function runsByHand(own: readonly string[], theirs: readonly string[]): string[] {
  const isShared = own.map((_, i) => {
    const run = own.slice(i, i + LEAST_SHARED);
    return (
      run.length === LEAST_SHARED &&
      theirs.some((_word, at) => run.every((word, n) => word === theirs[at + n]))
    );
  });
  return isShared.flatMap((shared, i) => {
    if (!shared || isShared[i - 1]) return [];
    const windows = [...isShared, false].indexOf(false, i) - i;
    return [own.slice(i, i + windows + LEAST_SHARED - 1).join(' ')];
  });
}
