type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean };

export type ProgressBar = { readonly step: () => void; readonly end: () => void };

const WIDTH = 30;
/** Nothing is shown of what is done sooner. In milliseconds. */
const PATIENCE = 1_000;
const BETWEEN = 100;

/** How far a long work is, on a terminal; nothing elsewhere, and nothing in the first second. */
export function progressBar(stream: Stream, of: number): ProgressBar {
  if (stream.isTTY !== true) return { step: () => {}, end: () => {} };
  let done = 0;
  let shownAt = Date.now() + PATIENCE - BETWEEN;
  let isShown = false;
  return {
    step: () => {
      done += 1;
      if (Date.now() - shownAt < BETWEEN) return;
      shownAt = Date.now();
      isShown = true;
      const full = Math.round((done / of) * WIDTH);
      stream.write(`\r[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${of}`);
    },
    end: () => {
      if (isShown) stream.write(`\r${' '.repeat(WIDTH + 30)}\r`);
    },
  };
}
