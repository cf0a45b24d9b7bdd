import { type Layout, rowsOfItem } from './fit.js';
import { type Line, line } from './line.js';
import { linesOf, type PageItem } from './page.js';

/** An entry as far as it can be seen: its rows, with the gap behind it. */
export type SeenItem = {
  readonly id: string;
  readonly lines: readonly Line[];
  /** Whether its first row lies above the window. */
  readonly beginsAbove: boolean;
};

/** What of a body can be seen, to the row. */
export type Seen = {
  readonly before: readonly Line[];
  readonly items: readonly SeenItem[];
  readonly after: readonly Line[];
  /** The highlighted entry's place among those seen; -1 where it is not. */
  readonly highlight: number;
};

/** Drawing takes as long as what is drawn, seen or not. */
export function seen(
  { before, items, after, last, offset, bodyHeight }: Layout,
  highlight: number,
): Seen {
  const end = offset + bodyHeight;
  const shown: SeenItem[] = [];
  let at = -1;
  let top = before.length;
  items.forEach((item, i) => {
    const bottom = top + rowsOfItem(item);
    if (bottom > offset && top < end) {
      if (i === highlight) at = shown.length;
      const lines = rowsIn(item).slice(Math.max(0, offset - top), end - top);
      shown.push({ id: item.id, lines, beginsAbove: top < offset });
    }
    top = bottom;
  });
  const isLastSeen = last !== undefined && end > top + after.length;
  const behind = isLastSeen ? [...after, ...linesOf(last)] : after;
  return {
    before: before.slice(offset, end),
    items: shown,
    after: behind.slice(Math.max(0, offset - top), Math.max(0, end - top)),
    highlight: at,
  };
}

const rowsIn = ({ lines, gapAfter }: PageItem): readonly Line[] =>
  gapAfter ? [...linesOf(lines), line('')] : linesOf(lines);
