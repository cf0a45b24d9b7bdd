import { type Line, line } from './line.js';
import { type LaterLines, linesOf, type Page, type PageItem } from './page.js';

export const LEAST_COLUMNS = 40;
export const LEAST_ROWS = 12;
const WIDEST_TEXT = 72;
const MARGIN = 2;
/** Taller pages would part the footer from what it is about. */
const TALLEST_PAGE = 36;
/** From this many rows on there is room for the progress line and air. */
const ROOMY_ROWS = 18;

/** The window, in columns and rows. */
export type Size = { readonly columns: number; readonly rows: number };

/** Columns for text: a margin on both sides, and no wider than can be read well. */
export const textWidth = ({ columns }: Size): number => Math.min(columns - 2 * MARGIN, WIDEST_TEXT);

export const isTooSmall = ({ columns, rows }: Size): boolean =>
  columns < LEAST_COLUMNS || rows < LEAST_ROWS;

/** How a page is shown in a window. */
export type Layout = {
  readonly roomy: boolean;
  /** Rows of the whole page: always fewer than the window has, since Ink needs the last. */
  readonly height: number;
  /** Rows for the body, the part that scrolls. */
  readonly bodyHeight: number;
  readonly before: readonly Line[];
  readonly items: readonly PageItem[];
  readonly after: readonly Line[];
  readonly last?: LaterLines;
  readonly notice: readonly Line[];
  /** The first row of the body shown, and the greatest that makes sense. */
  readonly offset: number;
  readonly lastOffset: number;
  /** Whether any of the highlighted item can be seen. */
  readonly showsHighlight: boolean;
};

export type View = { readonly highlight: number; readonly scroll?: number | undefined };

/** Fits a page into a window: what gives way goes in the order asides, section lines, gaps; the rest scrolls. */
export function layOut(page: Page, size: Size, view: View, notice: readonly Line[]): Layout {
  const roomy = size.rows >= ROOMY_ROWS;
  const height = Math.min(size.rows - 1, TALLEST_PAGE);
  const middle = height - headerHeight(page, roomy) - footerHeight(roomy);
  const said = atMost(notice, Math.floor(middle / 2));
  const bodyHeight = middle - said.length;
  const body = fitBody(page, bodyHeight, roomy);
  const lastOffset = Math.max(0, rowsOf(body) - bodyHeight);
  const wanted = view.scroll ?? offsetToShow(body, view.highlight, bodyHeight);
  const offset = Math.max(0, Math.min(wanted, lastOffset));
  const showsHighlight = isShown(body, view.highlight, offset, bodyHeight);
  return { roomy, height, bodyHeight, ...body, notice: said, offset, lastOffset, showsHighlight };
}

/** A notice must leave room for what it is shown beside. */
const atMost = (notice: readonly Line[], rows: number): readonly Line[] =>
  notice.length <= rows ? notice : [...notice.slice(0, rows - 1), line('  …', 'quiet')];

/** Title, and with room the progress line, on pages that have one, and a gap. */
const headerHeight = (page: Page, roomy: boolean): number =>
  roomy ? (page.done === undefined ? 2 : 3) : 1;
const footerHeight = (roomy: boolean): number => (roomy ? 2 : 1);

type Body = Pick<Page, 'before' | 'items' | 'after' | 'last'>;

const rowsOfItem = (item: PageItem): number => item.lines.length + (item.gapAfter ? 1 : 0);

const rowsOf = ({ before, items, after, last }: Body): number =>
  before.length +
  items.reduce((sum, item) => sum + rowsOfItem(item), 0) +
  after.length +
  (last?.length ?? 0);

/**
 * The first that fits. Where nothing does the page scrolls: whole in a window with room for air, else without what
 * can be spared.
 */
function fitBody({ before, items, after, last }: Page, height: number, roomy: boolean): Body {
  const whole: Body = { before, items, after, ...(last && { last }) };
  const dense = { ...whole, items: items.map(({ gapAfter: _, ...item }) => item) };
  const plain = without(dense, 'aside');
  const sectionless = without(plain, 'section');
  const tight = roomy ? [] : [sectionless, without(sectionless, 'gap')];
  const fits = [whole, dense, plain, ...tight].find((body) => rowsOf(body) <= height);
  return fits ?? (roomy ? whole : without(plain, 'gap'));
}

const without = (body: Body, gives: NonNullable<Line['gives']>): Body => ({
  ...body,
  before: body.before.filter((row) => row.gives !== gives),
  after: body.after.filter((row) => row.gives !== gives),
});

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

function spanOf(
  { before, items }: Body,
  highlight: number,
): { top: number; end: number } | undefined {
  const item = items[highlight];
  if (!item) return undefined;
  const top = items.slice(0, highlight).reduce((sum, one) => sum + rowsOfItem(one), before.length);
  return { top, end: top + item.lines.length };
}

function isShown(body: Body, highlight: number, offset: number, height: number): boolean {
  const span = spanOf(body, highlight);
  return span !== undefined && span.top < offset + height && span.end > offset;
}

/** The least offset that shows the highlighted item whole, or its beginning when it is taller than the body. */
function offsetToShow(body: Body, highlight: number, height: number): number {
  const span = spanOf(body, highlight);
  return span ? Math.max(0, Math.min(span.top, span.end - height)) : 0;
}
