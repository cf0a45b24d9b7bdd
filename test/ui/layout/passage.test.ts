import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from '../../../src/ui/layout/fit.js';
import { type Line, line } from '../../../src/ui/layout/line.js';
import type { Page } from '../../../src/ui/layout/page.js';
import { ASIDE_GAP, asideWidth, textWidth } from '../../../src/ui/layout/window.js';
import { wrapLines } from '../../../src/ui/layout/wrap.js';

const TEXT = 'The fee, she said, would be small and would not keep anybody away.';

const rows = (n: number): Line[] => Array.from({ length: n }, (_, i) => line(`row ${i}`));

/** A question of three choices with a passage. */
const question = (passage: string, choiceRows = 1): Page => ({
  id: 'q',
  title: 'Title',
  where: '',
  whereShort: '',
  done: 0.5,
  passage: (width) => wrapLines(passage, width),
  before: rows(2),
  items: ['a', 'b', 'c'].map((id) => ({ id, lines: rows(choiceRows), gapAfter: true })),
  after: [],
  footer: [],
});

const layoutOf = (page: Page, columns: number, height: number, notice: readonly Line[] = []) =>
  layOut(page, { columns, rows: height }, { highlight: -1 }, notice);

const textOf = ({ spans }: Line): string => spans.map(({ text }) => text).join('');

test('a passage is above its question where everything fits', () => {
  const { before, aside, showsPassage } = layoutOf(question(TEXT), 80, 24);
  expect(before.map(textOf)).toEqual([TEXT, '', 'row 0', 'row 1']);
  expect([aside, showsPassage]).toEqual([[], true]);
});

test('a passage is left out where the question would have to scroll', () => {
  const { before, showsPassage, lastOffset } = layoutOf(question(TEXT.repeat(14)), 80, 24);
  expect(before.map(textOf)).toEqual(['row 0', 'row 1']);
  expect([showsPassage, lastOffset]).toEqual([false, 0]);
});

test('from 110 columns a passage is beside its question, in 30 to 60 columns', () => {
  const widths = [109, 110, 120, 140, 200].map((columns) => asideWidth({ columns, rows: 24 }));
  expect(widths).toEqual([0, 30, 40, 60, 60]);
  const { before, aside, showsPassage } = layoutOf(question(TEXT), 110, 24);
  expect(before.map(textOf)).toEqual(['row 0', 'row 1']);
  expect(aside.map(textOf)).toEqual(wrapLines(TEXT, 30).map(textOf));
  expect(showsPassage).toBe(true);
});

test('a passage that is too high beside its question is above it if it fits there', () => {
  const long = TEXT.repeat(8); // 18 rows of 30 columns, 8 of 72
  const { aside, before, showsPassage } = layoutOf(question(long), 110, 24);
  expect(aside).toEqual([]);
  expect(before[0] && textOf(before[0])).toBe(textOf(wrapLines(long, 72)[0] as Line));
  expect(showsPassage).toBe(true);
});

test('a page without a passage shows none, unless it is the passage itself', () => {
  const { passage: _, ...page } = question(TEXT);
  expect(layoutOf(page, 120, 40).showsPassage).toBe(false);
  expect(layoutOf({ ...page, holdsPassage: true }, 40, 12).showsPassage).toBe(true);
});

test('no passage makes its question scroll, and no notice of a row makes it disappear', () => {
  const anyCase = fc.record({
    length: fc.nat({ max: 20 }),
    choiceRows: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 40, max: 220 }),
    height: fc.integer({ min: 12, max: 60 }),
  });
  let shown = 0;
  fc.assert(
    fc.property(anyCase, ({ length, choiceRows, columns, height }) => {
      const page = question(TEXT.repeat(length + 1), choiceRows);
      const quiet = layoutOf(page, columns, height);
      const noticed = layoutOf(page, columns, height, rows(1));
      expect(noticed.showsPassage).toBe(quiet.showsPassage);
      const isAbove = quiet.before.length > 2;
      if (isAbove) expect([quiet.lastOffset, noticed.lastOffset]).toEqual([0, 0]);
      if (quiet.showsPassage) shown += 1;
      expect(quiet.aside.length).toBeLessThan(quiet.bodyHeight + 1);
      for (const row of quiet.aside)
        expect(
          2 + textWidth({ columns, rows: height }) + ASIDE_GAP + textOf(row).length,
        ).toBeLessThanOrEqual(columns - 2);
    }),
  );
  expect(shown).toBeGreaterThan(10);
});

test('the highlighted rows of a text are in view in any window', () => {
  const size = fc.record({ top: fc.nat(60), height: fc.integer({ min: 12, max: 50 }) });
  fc.assert(
    fc.property(size, ({ top, height }) => {
      const page: Page = {
        ...question(TEXT),
        before: rows(61).map((row, i) => (i === top ? { ...row, isPointed: true } : row)),
        items: [],
      };
      const layout = layoutOf(page, 80, height);
      expect(layout.showsHighlight).toBe(true);
      expect(top - layout.offset).toBeGreaterThanOrEqual(0);
      expect(top - layout.offset).toBeLessThan(layout.bodyHeight);
    }),
  );
});
