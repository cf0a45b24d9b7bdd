import { expect, test } from 'vitest';
import { orderedChoices } from '../../../src/core/choice-order.js';
import { slidePage } from '../../../src/ui/slides/slide-page.js';
import { slidesOf } from '../../support/slides.js';

const slides = slidesOf();

/** The lines of the slide of a question, without the empty ones. */
function slideOf(check: string, isRevealed: boolean, width = 110): string[] {
  const slide = slides.find(({ report }) => report.check === check);
  if (!slide) throw new Error(`no question ${check}`);
  return slidePage(slide, { index: 0, of: 1, isRevealed }, width)
    .before.map(({ spans }) => spans.map(({ text }) => text).join(''))
    .filter((text) => text.trim() !== '');
}

/** The rows "first vote   ████░░░░  6", with the share that is full. */
const barsOf = (text: string) =>
  [...text.matchAll(/^ +(first|second) vote +(█*)(░*) +(\d+)$/gm)].map(
    ([, vote, full = '', empty = '', count]) => ({
      vote,
      share: full.length / (full.length + empty.length),
      count: Number(count),
    }),
  );

test('a slide of a row shows the stem of its board, the statement and the headings in their order', () => {
  const lines = slideOf('row-key', false);
  expect(lines.slice(0, 2)).toEqual([
    'What does the story report about this step?',
    'The head teacher: a second key',
  ]);
  expect(lines.filter((text) => /^\d /.test(text)).map((text) => text.trim())).toEqual([
    '1   done',
    '2   threatened',
    '3   demanded',
    '4   refused',
  ]);
  expect(slideOf('row-key', true)).toContain('3 ✓ demanded');
});

test('a slide has a bar for each vote, and how many were right only with the answer', () => {
  const [slide] = slides;
  if (!slide) throw new Error('no slide');
  const { item, choices } = slide.report;
  const second = {
    answered: 4,
    right: 3,
    before: { answered: 4, right: 1 },
    counts: new Map(choices.map(({ id }) => [id, id === item.key ? 3 : 0])),
    toRight: 2,
    fromRight: 0,
  };
  const voted = { ...slide, report: { ...slide.report, second } };
  const textOf = (isRevealed: boolean, width: number): string =>
    slidePage(voted, { index: 0, of: 1, isRevealed }, width)
      .before.map(({ spans }) => spans.map(({ text }) => text).join(''))
      .join('\n');
  const key = choices.find(({ id }) => id === item.key)?.count;
  const shown = orderedChoices(item, slide.seed).map(({ id }) => id);
  for (const width of [40, 110]) {
    const bars = barsOf(textOf(false, width));
    expect(bars.map(({ vote }) => vote)).toEqual(choices.flatMap(() => ['first', 'second']));
    const ofKey = bars.filter((_, i) => Math.floor(i / 2) === shown.indexOf(item.key));
    expect(ofKey.map(({ count }) => count)).toEqual([key, 3]);
    const [first = 0, later = 0] = ofKey.map(({ share }) => share);
    expect(first).toBeCloseTo((key ?? 0) / slide.report.answered, 1);
    expect(later).toBeCloseTo(3 / 4, 1);
    expect(textOf(false, width)).toContain('Second vote: 4 answers');
    expect(textOf(false, width)).not.toContain('right');
    expect(textOf(true, width)).toContain('Second vote: 3 of 4 right');
    const widths = textOf(true, width)
      .split('\n')
      .map((text) => text.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
  }
});

test('a slide of a question about words shows the sentence with the numbers of the choices', () => {
  const lines = slideOf('which-words', true);
  expect(lines[1]).toBe(
    'A gardener, [1 who asked not to be named], [2 said that] the council had [3 already] changed the lock.',
  );
  expect(lines).toContain('1 ✓ who asked not to be named');
});

test('a choice in its sentence is in one row of the slide, if it fits', () => {
  for (const width of [40, 45, 50, 60, 72]) {
    const rows = slideOf('which-words', true, width);
    for (const choice of ['[1 who asked not to be named]', '[2 said that]', '[3 already]'])
      expect(rows.some((row) => row.includes(choice))).toBe(true);
  }
});

test('a slide of a question about sentences lists them in the order of the text', () => {
  const lines = slideOf('which-sentence', false);
  expect(lines.filter((text) => /^\d /.test(text)).map((text) => text.slice(4))).toEqual([
    'The council’s clerk denied that a lock had been changed.',
    'Mara Finch offered the help of her pupils on Saturdays.',
    'The clerk did not say who would pay for the wall.',
  ]);
});
