type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean };

export type ProgressBar = { readonly step: () => void; readonly end: () => void };

const WIDTH = 30;
/** Delay before the bar appears, in milliseconds. */
const START_DELAY = 1_000;
/** Shortest time between two drawings, in milliseconds. */
const REDRAW_EVERY = 100;

/** A progress bar for a task of `of` steps. Draws only on a terminal, and only if the task takes more than a second. */
export function progressBar(stream: Stream, of: number): ProgressBar {
  if (stream.isTTY !== true) return { step: () => {}, end: () => {} };
  let done = 0;
  let drawnAt = Date.now() + START_DELAY - REDRAW_EVERY;
  let isDrawn = false;
  return {
    step: () => {
      done += 1;
      if (Date.now() - drawnAt < REDRAW_EVERY) return;
      drawnAt = Date.now();
      isDrawn = true;
      const full = Math.round((done / of) * WIDTH);
      stream.write(`\r[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${of}`);
    },
    end: () => {
      if (isDrawn) stream.write(`\r${' '.repeat(WIDTH + 30)}\r`);
    },
  };
}
