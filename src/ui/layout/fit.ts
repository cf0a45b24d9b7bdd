import { type Line, line } from './line.js';
import type { LaterLines, Page, PageItem } from './page.js';
import type { Size } from './window.js';

/** Taller pages would part the footer from what it is about. */
const TALLEST_PAGE = 36;

/** From this many rows on there is room for the progress line and air. */
const SPACIOUS_ROWS = 18;

/** How a page is shown in a window. */
export type Layout = {
  readonly isSpacious: boolean;
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
  const isSpacious = size.rows >= SPACIOUS_ROWS;
  const height = Math.min(size.rows - 1, TALLEST_PAGE);
  const middle = height - headerHeight(page, isSpacious) - footerHeight(isSpacious);
  const said = atMost(notice, Math.floor(middle / 2));
  const bodyHeight = middle - said.length;
  const body = fitBody(page, bodyHeight, isSpacious);
  const lastOffset = Math.max(0, rowsOf(body) - bodyHeight);
  const wanted = view.scroll ?? offsetToShow(body, view.highlight, bodyHeight);
  const offset = Math.max(0, Math.min(wanted, lastOffset));
  const showsHighlight = isShown(body, view.highlight, offset, bodyHeight);
  return {
    isSpacious,
    height,
    bodyHeight,
    ...body,
    notice: said,
    offset,
    lastOffset,
    showsHighlight,
  };
}

/** A notice must leave room for what it is shown beside. */
const atMost = (notice: readonly Line[], rows: number): readonly Line[] =>
  notice.length <= rows ? notice : [...notice.slice(0, rows - 1), line('  …', 'quiet')];

/** Title, and with room the progress line, on pages that have one, and a gap. */
const headerHeight = (page: Page, isSpacious: boolean): number =>
  isSpacious ? (page.done === undefined ? 2 : 3) : 1;

const footerHeight = (isSpacious: boolean): number => (isSpacious ? 2 : 1);

type FittedBody = Pick<Page, 'before' | 'items' | 'after' | 'last'>;

export const rowsOfItem = (item: PageItem): number => item.lines.length + (item.gapAfter ? 1 : 0);

const rowsOf = ({ before, items, after, last }: FittedBody): number =>
  before.length +
  items.reduce((sum, item) => sum + rowsOfItem(item), 0) +
  after.length +
  (last?.length ?? 0);

/**
 * The first that fits. Where nothing does the page scrolls: whole in a window with room for air, else without what
 * can be spared.
 */
function fitBody(
  { before, items, after, last }: Page,
  height: number,
  isSpacious: boolean,
): FittedBody {
  const whole: FittedBody = { before, items, after, ...(last && { last }) };
  const dense = { ...whole, items: items.map(({ gapAfter: _, ...item }) => item) };
  const plain = without(dense, 'aside');
  const sectionless = without(plain, 'section');
  const tight = isSpacious ? [] : [sectionless, without(sectionless, 'gap')];
  const fits = [whole, dense, plain, ...tight].find((body) => rowsOf(body) <= height);
  return fits ?? (isSpacious ? whole : without(plain, 'gap'));
}

const without = (body: FittedBody, gives: NonNullable<Line['dropAs']>): FittedBody => ({
  ...body,
  before: body.before.filter((row) => row.dropAs !== gives),
  after: body.after.filter((row) => row.dropAs !== gives),
});

function spanOf(
  { before, items }: FittedBody,
  highlight: number,
): { top: number; end: number } | undefined {
  const item = items[highlight];
  if (!item) return undefined;
  const top = items.slice(0, highlight).reduce((sum, one) => sum + rowsOfItem(one), before.length);
  return { top, end: top + item.lines.length };
}

function isShown(body: FittedBody, highlight: number, offset: number, height: number): boolean {
  const span = spanOf(body, highlight);
  return span !== undefined && span.top < offset + height && span.end > offset;
}

/** The least offset that shows the highlighted item whole, or its beginning when it is taller than the body. */
function offsetToShow(body: FittedBody, highlight: number, height: number): number {
  const span = spanOf(body, highlight);
  return span ? Math.max(0, Math.min(span.top, span.end - height)) : 0;
}
