import fc from 'fast-check';
import { expect, test } from 'vitest';
import { footerLine } from '../../../src/ui/components/footer.js';
import { titleLine } from '../../../src/ui/components/header.js';
import { layOut } from '../../../src/ui/layout/fit.js';
import { GAP, type Line, line } from '../../../src/ui/layout/line.js';
import { linesOf, type Page } from '../../../src/ui/layout/page.js';
import { seen } from '../../../src/ui/layout/visible.js';
import { isTooSmall } from '../../../src/ui/layout/window.js';
import { cut, hangLines, padTo } from '../../../src/ui/layout/wrap.js';

const text = ({ spans }: Line): string => spans.map((span) => span.text).join('');
const rows = (n: number): Line[] => Array.from({ length: n }, (_, i) => line(`row ${i}`));

const page = (before: readonly Line[], items = 0, itemRows = 1): Page => ({
  id: 'p',
  title: 'Title',
  where: '',
  whereShort: '',
  done: 0.5,
  before,
  items: Array.from({ length: items }, (_, i) => ({ id: `${i}`, lines: rows(itemRows) })),
  after: [],
  footer: [],
});

test('a page that fits is not scrolled', () => {
  const layout = layOut(page(rows(5), 3), { columns: 80, rows: 24 }, { highlight: 2 }, []);
  expect([layout.offset, layout.lastOffset]).toEqual([0, 0]);
});

test('a short page drops neighbouring sentences first, then sections, then gaps', () => {
  const body: Line[] = [
    { ...line('section'), dropAs: 'section' },
    { ...line('aside'), dropAs: 'aside' },
    GAP,
    ...rows(8),
  ];
  const visible = (height: number): string[] =>
    layOut(page(body), { columns: 40, rows: height }, { highlight: 0 }, []).before.map(text);
  expect(visible(14)).toEqual(['section', 'aside', '', ...rows(8).map(text)]);
  expect(visible(13)).toEqual(['section', '', ...rows(8).map(text)]);
  expect(visible(12)).toEqual(['', ...rows(8).map(text)]);
});

test('the highlighted item is always visible, or its beginning if it is taller than the page', () => {
  fc.assert(
    fc.property(
      fc.nat(20),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(8),
      fc.integer({ min: 12, max: 60 }),
      (before, items, itemRows, at, height) => {
        const highlight = at % items;
        const view = { columns: 80, rows: height };
        const layout = layOut(page(rows(before), items, itemRows), view, { highlight }, []);
        const top = before + highlight * itemRows - layout.offset;
        expect(top).toBeGreaterThanOrEqual(0);
        if (itemRows <= layout.bodyHeight) {
          expect(top + itemRows).toBeLessThanOrEqual(layout.bodyHeight);
        }
      },
    ),
  );
});

test('a page is always lower than the window', () => {
  fc.assert(
    fc.property(
      fc.nat(80),
      fc.integer({ min: 12, max: 80 }),
      fc.nat(30),
      (body, height, notices) => {
        const size = { columns: 80, rows: height };
        const layout = layOut(page(rows(body)), size, { highlight: 0, scroll: 99 }, rows(notices));
        expect(layout.height).toBeLessThan(height);
        expect(layout.bodyHeight).toBeGreaterThanOrEqual(layout.notice.length);
        expect(layout.offset).toBeLessThanOrEqual(layout.lastOffset);
      },
    ),
  );
});

test('the layout knows whether the highlight is visible', () => {
  const size = { columns: 80, rows: 12 };
  const isVisible = (scroll: number): boolean =>
    layOut(page(rows(4), 3, 6), size, { highlight: 0, scroll }, []).showsHighlight;
  expect([isVisible(0), isVisible(9), isVisible(10)]).toEqual([true, true, false]);
});

test('a window is too small below 40 columns or 12 rows', () => {
  expect(isTooSmall({ columns: 40, rows: 12 })).toBe(false);
  expect(isTooSmall({ columns: 39, rows: 12 })).toBe(true);
  expect(isTooSmall({ columns: 40, rows: 11 })).toBe(true);
});

test('the footer drops the keys of least weight until the others fit', () => {
  const keys = [
    { keys: '↑↓', label: 'choose', weight: 7 },
    { keys: 'enter', label: 'answer', weight: 9 },
    { keys: 'w', label: "who's who", weight: 3 },
    { keys: '?', label: 'help', weight: 8 },
  ];
  expect(text(footerLine(keys, 72))).toBe("↑↓ choose   enter answer   w who's who   ? help");
  expect(text(footerLine(keys, 36))).toBe('↑↓ choose  enter answer  ? help');
  expect(text(footerLine(keys, 14))).toBe('enter answer');
});

test('the title is shortened if title and position do not fit', () => {
  const head = {
    title: '2 · Two voices at the library',
    where: '¶3 · step 3 of 13',
    whereShort: '3/13',
  };
  expect(text(titleLine(head, 72))).toMatch(/^2 · Two voices at the library +¶3 · step 3 of 13$/);
  expect(text(titleLine(head, 30))).toBe('2 · Two voices at the l…  3/13');
});

test('continuation rows begin at the column of the text', () => {
  const lines = hangLines({ text: '1  ', tone: 'plain' }, 'a choice of several words', 12);
  expect(lines.map(text)).toEqual(['1  a choice', '   of', '   several', '   words']);
});

test('padding and cutting give exactly the width, even with wide characters', () => {
  expect(padTo('ab', 4)).toBe('ab  ');
  expect(cut('abcdef', 4)).toBe('abc…');
  expect(cut('新聞新聞', 4)).toBe('新…');
  expect(cut('ab', 2)).toBe('ab');
});

test('exactly the rows in the window are drawn, at any scroll position', () => {
  const numbered = (n: number, name: string): Line[] =>
    Array.from({ length: n }, (_, i) => line(`${name} ${i}`));
  const anyPage = fc.record({
    before: fc.nat({ max: 40 }),
    items: fc.nat({ max: 40 }),
    itemRows: fc.integer({ min: 1, max: 3 }),
    after: fc.nat({ max: 40 }),
    scroll: fc.nat({ max: 120 }),
  });
  fc.assert(
    fc.property(anyPage, ({ before, items, itemRows, after, scroll }) => {
      const all: Page = {
        ...page(numbered(before, 'before')),
        items: Array.from({ length: items }, (_, i) => ({
          id: `${i}`,
          gapAfter: i % 3 === 0,
          lines:
            i % 2 === 0
              ? numbered(itemRows, `item ${i}`)
              : { length: itemRows, make: () => numbered(itemRows, `item ${i}`) },
        })),
        after: numbered(after, 'after'),
      };
      const layout = layOut(all, { columns: 80, rows: 24 }, { highlight: 0, scroll }, []);
      const drawn = seen(layout, 0);
      const rows = [
        ...layout.before,
        ...layout.items.flatMap(({ lines, gapAfter }) => [
          ...linesOf(lines),
          ...(gapAfter ? [line('')] : []),
        ]),
        ...layout.after,
      ].map(text);
      const expected = rows.slice(layout.offset, layout.offset + layout.bodyHeight);
      const seenRows = [
        ...drawn.before,
        ...drawn.items.flatMap(({ lines }) => lines),
        ...drawn.after,
      ].map(text);
      expect(seenRows).toEqual(expected);
      const [first] = drawn.items;
      const starts = first && rows.indexOf(`item ${first.id} 0`) >= layout.offset;
      expect(first?.beginsAbove ?? false).toBe(first !== undefined && !starts);
      const place = drawn.items.findIndex(({ id }) => id === '0');
      expect(drawn.highlight).toBe(place);
    }),
  );
});

test('a page opens with the rows in view that the learner asked for, or with the first of them', () => {
  const opened = (after: number): number => {
    const of = { ...page(rows(10)), after: rows(after), opensAfter: true };
    return layOut(of, { columns: 40, rows: 12 }, { highlight: 0 }, []).offset;
  };
  const height = layOut(page(rows(10)), { columns: 40, rows: 12 }, { highlight: 0 }, []).bodyHeight;
  expect(opened(3)).toBe(13 - height);
  expect(opened(height + 5)).toBe(10);
});

test('scrolling goes on from there', () => {
  const of = { ...page(rows(10)), after: rows(3), opensAfter: true };
  const { offset } = layOut(of, { columns: 40, rows: 12 }, { highlight: 0, scroll: 1 }, []);
  expect(offset).toBe(1);
});

test('what to press for the passage is left out where the passage is in sight', () => {
  const look: Line = { ...line('press'), ifNoPassage: true };
  const shown = (passage: number, size = { columns: 80, rows: 24 }): string[] =>
    layOut(
      { ...page([...rows(2), look]), ...(passage > 0 && { passage: () => rows(passage) }) },
      size,
      { highlight: 0 },
      [],
    ).before.map(text);
  expect(shown(3)).not.toContain('press');
  expect(shown(0)).toContain('press');
  expect(shown(9, { columns: 40, rows: 12 })).toContain('press');
});

test('two columns are only for a window that shows all of both', () => {
  const of = {
    ...page(rows(20)),
    columns: { before: rows(12), beside: () => rows(12) },
  };
  const counts = (columns: number, height: number): number[] => {
    const layout = layOut(of, { columns, rows: height }, { highlight: 0 }, []);
    return [layout.before.length, layout.aside.length];
  };
  expect(counts(200, 50)).toEqual([12, 12]);
  expect(counts(200, 14)).toEqual([20, 0]);
  expect(counts(80, 50)).toEqual([20, 0]);
});
