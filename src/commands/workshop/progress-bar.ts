import { windowSize } from '../../core/window.js';
import type { Environment, ErrorStream } from '../environment.js';

export type ProgressBar = { readonly step: () => void; readonly end: () => void };

const WIDEST = 30;
/** Delay before the bar appears, in milliseconds. */
const START_DELAY = 1_000;
/** Shortest time between two drawings, in milliseconds. */
const REDRAW_EVERY = 100;

/** A progress bar for a task of `of` steps. Draws only on a terminal, and only if the task takes more than a second. */
export function progressBar(stream: ErrorStream, of: number, env: Environment['env']): ProgressBar {
  if (stream.isTTY !== true) return { step: () => {}, end: () => {} };
  let done = 0;
  let drawnAt = Date.now() + START_DELAY - REDRAW_EVERY;
  let drawn = '';
  return {
    step: () => {
      done += 1;
      if (Date.now() - drawnAt < REDRAW_EVERY) return;
      drawnAt = Date.now();
      drawn = barLine(done, of, windowSize(stream, env).columns);
      stream.write(`\r${drawn}`);
    },
    end: () => {
      if (drawn !== '') stream.write(`\r${' '.repeat(drawn.length)}\r`);
    },
  };
}

/**
 * Leaves the last column free: a line that fills the window would begin another one. In a narrow window, only the
 * numbers are shown.
 */
export function barLine(done: number, of: number, columns: number): string {
  const count = `${done} of ${of}`;
  const width = Math.min(WIDEST, columns - `[] ${count}`.length - 1);
  if (width < 1) return count.slice(0, Math.max(0, columns - 1));
  const full = Math.round((done / of) * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${count}`;
}
