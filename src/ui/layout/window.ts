import { LEAST_WINDOW, type Size } from '../../core/window.js';

const WIDEST_TEXT = 72;

const MARGIN = 2;

/** Columns for text: a margin on both sides, and no wider than can be read well. */
export const textWidth = ({ columns }: Size): number => Math.min(columns - 2 * MARGIN, WIDEST_TEXT);

/** The window of a laptop. A wider one may be on a projector. */
const USUAL_COLUMNS = 80;

/** Columns for the text of a slide: a window wider than usual gives all that it has. */
export const slideWidth = (size: Size): number =>
  size.columns > USUAL_COLUMNS ? size.columns - 2 * MARGIN : textWidth(size);

/** Whether a slide has more columns than text usually has. */
export const isWide = (width: number): boolean => width > WIDEST_TEXT;

/** From this width on, a passage is beside its question. */
const WIDE_COLUMNS = 110;

const WIDEST_ASIDE = 60;

/** Columns between a page and what is beside it. The first two are for the scroll marks. */
export const ASIDE_GAP = 4;

/** Columns beside a page; 0 if the window is too narrow. */
export const asideWidth = ({ columns }: Size): number =>
  columns < WIDE_COLUMNS
    ? 0
    : Math.min(columns - 2 * MARGIN - WIDEST_TEXT - ASIDE_GAP, WIDEST_ASIDE);

export const isTooSmall = ({ columns, rows }: Size): boolean =>
  columns < LEAST_WINDOW.columns || rows < LEAST_WINDOW.rows;
