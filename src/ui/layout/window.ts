import { LEAST_WINDOW, type Size } from '../../core/window.js';

const WIDEST_TEXT = 72;

const MARGIN = 2;

/** Columns for text: a margin on both sides, and no wider than can be read well. */
export const textWidth = ({ columns }: Size): number => Math.min(columns - 2 * MARGIN, WIDEST_TEXT);

export const isTooSmall = ({ columns, rows }: Size): boolean =>
  columns < LEAST_WINDOW.columns || rows < LEAST_WINDOW.rows;
