import { type Layout, rowsOfItem } from './fit.js';
import { type Line, line } from './line.js';
import { linesOf, type PageItem } from './page.js';

/** The visible rows of an entry, with the gap after it. */
export type SeenItem = {
  readonly id: string;
  readonly lines: readonly Line[];
  /** Whether its first row is above the window. */
  readonly beginsAbove: boolean;
  readonly isMissed?: boolean;
};

/** The visible rows of a body. */
export type Seen = {
  readonly before: readonly Line[];
  readonly items: readonly SeenItem[];
  readonly after: readonly Line[];
  /** Index of the highlighted entry among the visible items; -1 if it is out of view. */
  readonly highlight: number;
};

/** Cuts a body to the visible rows. Ink would spend time on the others too. */
export function seen(
  { before, items, after, offset, bodyHeight }: Layout,
  highlight: number,
): Seen {
  const end = offset + bodyHeight;
  const visible: SeenItem[] = [];
  let highlighted = -1;
  let top = before.length;
  items.forEach((item, i) => {
    const bottom = top + rowsOfItem(item);
    if (bottom > offset && top < end) {
      if (i === highlight) highlighted = visible.length;
      const lines = rowsIn(item).slice(Math.max(0, offset - top), end - top);
      const { id, isMissed } = item;
      visible.push({ id, lines, beginsAbove: top < offset, ...(isMissed && { isMissed }) });
    }
    top = bottom;
  });
  return {
    before: before.slice(offset, end),
    items: visible,
    after: after.slice(Math.max(0, offset - top), Math.max(0, end - top)),
    highlight: highlighted,
  };
}

const rowsIn = ({ lines, gapAfter }: PageItem): readonly Line[] =>
  gapAfter ? [...linesOf(lines), line('')] : linesOf(lines);
