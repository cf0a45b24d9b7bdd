const ESC = '\x1b';
const BEGIN = `${ESC}[?2026h`;
const END = `${ESC}[?2026l`;
const CODE = new RegExp(String.raw`${ESC}\[[?\d;]*[A-Za-z]`, 'g');
/** Down a row: with a line feed, or over rows that stay. */
const DOWN = new RegExp(String.raw`\n|${ESC}\[(\d*)E`, 'g');

/**
 * The rows of a window that a frame needs, with the one below it where the cursor rests: Ink steps down every row of a
 * frame, be it drawn anew or not. Where nothing is shown none are needed.
 */
function rowsOf(frame) {
  const steps = [...frame.matchAll(DOWN)].map(([, count]) => Number(count || 1));
  const isBlank = frame.replace(CODE, '').trim() === '' && steps.length < 2;
  return isBlank ? 0 : 1 + steps.reduce((sum, count) => sum + count, 0);
}

/** How many rows each frame of what was written needs, in order. */
export const heightsIn = (output) =>
  output
    .split(BEGIN)
    .slice(1)
    .map((text) => rowsOf(text.split(END)[0]));

/** The same of the latest that is whole; nothing where there is none. */
export function latestHeight(output) {
  const end = output.lastIndexOf(END);
  return end < 0 ? undefined : heightsIn(output.slice(output.lastIndexOf(BEGIN, end), end))[0];
}
