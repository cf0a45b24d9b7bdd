import type { Size } from '../../core/window.js';
import { type Line, line } from './line.js';
import type { LaterLines, Page, PageItem } from './page.js';

/** In rows. On a taller page the footer is too far from the text. */
const TALLEST_PAGE = 36;

/** Windows with this many rows have room for the progress line and empty rows. */
const SPACIOUS_ROWS = 18;

/** How a page is shown in a window. */
export type Layout = {
  readonly isSpacious: boolean;
  /** Rows of the page with header and footer. At least one row less than the window: Ink needs the last. */
  readonly height: number;
  /** Rows for the body, the part that scrolls. */
  readonly bodyHeight: number;
  readonly before: readonly Line[];
  readonly items: readonly PageItem[];
  readonly after: readonly Line[];
  readonly last?: LaterLines;
  readonly notice: readonly Line[];
  /** The first body row shown, from 0, and the greatest useful one. */
  readonly offset: number;
  readonly lastOffset: number;
  /** Whether any row of the highlighted item is in view. */
  readonly showsHighlight: boolean;
};

export type View = { readonly highlight: number; readonly scroll?: number | undefined };

/** Fits a page into a window. Drops asides, then section lines, then gaps, as needed. The rest scrolls. */
export function layOut(page: Page, size: Size, view: View, notice: readonly Line[]): Layout {
  const isSpacious = size.rows >= SPACIOUS_ROWS;
  const height = Math.min(size.rows - 1, TALLEST_PAGE);
  const middle = height - headerHeight(page, isSpacious) - footerHeight(isSpacious);
  const noticeLines = atMost(notice, Math.floor(middle / 2));
  const bodyHeight = middle - noticeLines.length;
  const body = fitBody(page, bodyHeight, isSpacious);
  const lastOffset = Math.max(0, rowsOf(body) - bodyHeight);
  const span = page.opensAfter ? spanOfAfter(body) : spanOf(body, view.highlight);
  const target = view.scroll ?? offsetToShow(span, bodyHeight);
  const offset = Math.max(0, Math.min(target, lastOffset));
  const showsHighlight = isShown(body, view.highlight, offset, bodyHeight);
  return {
    isSpacious,
    height,
    bodyHeight,
    ...body,
    notice: noticeLines,
    offset,
    lastOffset,
    showsHighlight,
  };
}

/** Cuts a notice that would leave too little room for the page. */
const atMost = (notice: readonly Line[], rows: number): readonly Line[] =>
  notice.length <= rows ? notice : [...notice.slice(0, rows - 1), line('  …', 'quiet')];

/** The title; in a spacious window also a gap, and the progress line of pages that have one. */
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
 * The first version that fits, from complete to tight. If none fits, the page scrolls: complete in a spacious window,
 * otherwise without asides and gaps.
 */
function fitBody(
  { before, items, after, last }: Page,
  height: number,
  isSpacious: boolean,
): FittedBody {
  const complete: FittedBody = { before, items, after, ...(last && { last }) };
  const dense = { ...complete, items: items.map(({ gapAfter: _, ...item }) => item) };
  const plain = without(dense, 'aside');
  const sectionless = without(plain, 'section');
  const tight = isSpacious ? [] : [sectionless, without(sectionless, 'gap')];
  const fitting = [complete, dense, plain, ...tight].find((body) => rowsOf(body) <= height);
  return fitting ?? (isSpacious ? complete : without(plain, 'gap'));
}

const without = (body: FittedBody, kind: NonNullable<Line['dropAs']>): FittedBody => ({
  ...body,
  before: body.before.filter((row) => row.dropAs !== kind),
  after: body.after.filter((row) => row.dropAs !== kind),
});

/** Rows of a body, from 0. `end` is after the last. */
type Rows = { readonly top: number; readonly end: number };

function spanOfAfter(body: FittedBody): Rows {
  const end = rowsOf(body);
  return { top: end - body.after.length - (body.last?.length ?? 0), end };
}

function spanOf({ before, items }: FittedBody, highlight: number): Rows | undefined {
  const item = items[highlight];
  if (!item) return undefined;
  const top = items
    .slice(0, highlight)
    .reduce((sum, above) => sum + rowsOfItem(above), before.length);
  return { top, end: top + item.lines.length };
}

function isShown(body: FittedBody, highlight: number, offset: number, height: number): boolean {
  const span = spanOf(body, highlight);
  return span !== undefined && span.top < offset + height && span.end > offset;
}

/** The least offset that shows all of these rows, or their beginning if they are taller than the body. */
const offsetToShow = (rows: Rows | undefined, height: number): number =>
  rows ? Math.max(0, Math.min(rows.top, rows.end - height)) : 0;
