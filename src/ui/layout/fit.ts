import type { Size } from '../../core/window.js';
import { GAP, type Line, line } from './line.js';
import type { Page, PageItem } from './page.js';
import { asideWidth, textWidth } from './window.js';

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
  readonly notice: readonly Line[];
  /** Rows beside the body, which do not scroll. */
  readonly aside: readonly Line[];
  /** Whether the page shows the passage that its question is about. */
  readonly showsPassage: boolean;
  /** The first body row shown, from 0, and the greatest useful one. */
  readonly offset: number;
  readonly lastOffset: number;
  /** Whether any row of the highlighted item is in view. */
  readonly showsHighlight: boolean;
  /** Whether it is below what is in view. */
  readonly isHighlightBelow: boolean;
};

export type View = { readonly highlight: number; readonly scroll?: number | undefined };

/**
 * Fits a page into a window. Drops asides, then section lines, then gaps, as needed. The rest scrolls. The passage of a
 * question is beside it or above it, or is left out.
 */
export function layOut(page: Page, size: Size, view: View, notice: readonly Line[]): Layout {
  const spacious = isSpacious(size);
  const isTall = page.fillsWindow || page.columns !== undefined;
  const height = isTall ? size.rows - 1 : Math.min(size.rows - 1, TALLEST_PAGE);
  const middle = height - headerHeight(page, spacious) - footerHeight(spacious);
  const noticeLines = atMost(notice, Math.floor(middle / 2));
  const bodyHeight = middle - noticeLines.length;
  // Without the notice, so that a page keeps its form when a notice appears.
  const columns = columnsFor(page, size, middle - NOTICE_ROWS);
  const shown = columns?.page ?? versionFor(page, middle - NOTICE_ROWS, spacious);
  const { aside, above } = columns ?? placePassage(shown, size, middle - NOTICE_ROWS);
  const showsPassage =
    page.holdsPassage === true || (page.passage !== undefined && aside.length + above.length > 0);
  const rows = showsPassage ? shown.before.filter((row) => !row.ifNoPassage) : shown.before;
  const body = fitBody({ ...shown, before: [...above, ...rows] }, bodyHeight, {
    spacious,
    held: page.isHeld,
  });
  const lastOffset = Math.max(0, rowsOf(body) - bodyHeight);
  const span = page.opensAfter ? spanOfAfter(body) : spanOf(body, view.highlight);
  const target = view.scroll ?? offsetToShow(span, bodyHeight);
  const offset = Math.max(0, Math.min(target, lastOffset));
  const showsHighlight = shown !== page || isShown(body, view.highlight, offset, bodyHeight);
  return {
    isSpacious: spacious,
    height,
    bodyHeight,
    ...body,
    notice: noticeLines,
    aside,
    showsPassage,
    offset,
    lastOffset,
    showsHighlight,
    isHighlightBelow: (spanOf(body, view.highlight)?.top ?? 0) >= offset + bodyHeight,
  };
}

/** Kept free for a notice, so that no notice makes the passage disappear. */
const NOTICE_ROWS = 1;

/** The page in two columns, if all of it is in view then. */
function columnsFor(page: Page, size: Size, height: number) {
  const width = asideWidth(size);
  if (!page.columns || width === 0) return undefined;
  const { before, beside } = page.columns;
  const aside = beside(width);
  if (Math.max(before.length, aside.length) > height) return undefined;
  return { page: { ...page, before }, aside, above: [] };
}

type Placed = { readonly aside: readonly Line[]; readonly above: readonly Line[] };

/** The passage never makes the question scroll. A hint below the choices may. */
function placePassage({ passage, before, items }: Page, size: Size, height: number): Placed {
  const width = asideWidth(size);
  const aside = passage && width > 0 ? passage(width) : [];
  if (!passage || (aside.length > 0 && aside.length <= height)) return { aside, above: [] };
  const rows = passage(textWidth(size));
  const above = rows.length > 0 ? [...rows, GAP] : [];
  const body = { before: [...above, ...before], items, after: [] };
  const fits = versionsOf(body, { spacious: isSpacious(size) }).some(
    (version) => rowsOf(version) <= height,
  );
  return { aside: [], above: fits ? above : [] };
}

const isSpacious = ({ rows }: Size): boolean => rows >= SPACIOUS_ROWS;

/** Cuts a notice that would leave too little room for the page. */
const atMost = (notice: readonly Line[], rows: number): readonly Line[] =>
  notice.length <= rows ? notice : [...notice.slice(0, rows - 1), line('  …')];

/** The title; in a spacious window also a gap, and the progress line of pages that have one. */
const headerHeight = (page: Page, spacious: boolean): number =>
  spacious ? (page.done === undefined ? 2 : 3) : 1;

const footerHeight = (spacious: boolean): number => (spacious ? 2 : 1);

type FittedBody = Pick<Page, 'before' | 'items' | 'after'>;

export const rowsOfItem = (item: PageItem): number => item.lines.length + (item.gapAfter ? 1 : 0);

const rowsOf = ({ before, items, after }: FittedBody): number =>
  before.length + items.reduce((sum, item) => sum + rowsOfItem(item), 0) + after.length;

/** The page, or its compact version if not all rows fit. */
function versionFor(page: Page, height: number, spacious: boolean): Page {
  const isTooTall =
    page.compact && rowsOf(fitBody(page, height, { spacious, held: page.isHeld })) > height;
  return isTooTall ? { ...page, ...page.compact, items: [] } : page;
}

/**
 * The first version that fits, from complete to tight. If none fits, the page scrolls: complete in a spacious window,
 * otherwise without asides and gaps.
 */
function fitBody(body: FittedBody, height: number, how: Fitting): FittedBody {
  const fitting = versionsOf(body, how).find((version) => rowsOf(version) <= height);
  return fitting ?? (how.spacious ? complete(body) : without(plain(body), 'gap'));
}

type Fitting = { readonly spacious: boolean; readonly held?: boolean | undefined };

const isLoose = ({ spacious, held }: Fitting): boolean => spacious && !held;

/**
 * From complete to tight. Only a small window, and a page that is held, do without sections and gaps. A page that is held
 * loses its gaps before its asides.
 */
function versionsOf(body: FittedBody, how: Fitting): FittedBody[] {
  const sectionless = without(plain(body), 'section');
  const tight = isLoose(how) ? [] : [sectionless, without(sectionless, 'gap')];
  const held = how.held ? [without(dense(body), 'gap')] : [];
  return [complete(body), dense(body), ...held, plain(body), ...tight];
}

const complete = ({ before, items, after }: FittedBody): FittedBody => ({ before, items, after });

const dense = (body: FittedBody): FittedBody => ({
  ...complete(body),
  items: body.items.map(({ gapAfter: _, ...item }) => item),
});

const plain = (body: FittedBody): FittedBody => without(dense(body), 'aside');

const without = (body: FittedBody, kind: NonNullable<Line['dropAs']>): FittedBody => ({
  ...body,
  before: body.before.filter((row) => row.dropAs !== kind),
  after: body.after.filter((row) => row.dropAs !== kind),
});

/** Rows of a body, from 0. `end` is after the last. */
type Rows = { readonly top: number; readonly end: number };

function spanOfAfter(body: FittedBody): Rows {
  const end = rowsOf(body);
  return { top: end - body.after.length, end };
}

function spanOf({ before, items }: FittedBody, highlight: number): Rows | undefined {
  const item = items[highlight];
  if (!item) return pointedRows(before);
  const top = items
    .slice(0, highlight)
    .reduce((sum, above) => sum + rowsOfItem(above), before.length);
  return { top, end: top + item.lines.length };
}

/** The rows of the highlighted choice in the text. */
function pointedRows(rows: readonly Line[]): Rows | undefined {
  const top = rows.findIndex(({ isPointed }) => isPointed);
  return top < 0 ? undefined : { top, end: rows.findLastIndex(({ isPointed }) => isPointed) + 1 };
}

function isShown(body: FittedBody, highlight: number, offset: number, height: number): boolean {
  const span = spanOf(body, highlight);
  return span !== undefined && span.top < offset + height && span.end > offset;
}

/** The least offset that shows all of these rows, or their beginning if they are taller than the body. */
const offsetToShow = (rows: Rows | undefined, height: number): number =>
  rows ? Math.max(0, Math.min(rows.top, rows.end - height)) : 0;
