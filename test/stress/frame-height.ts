const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are looked for
const SEQUENCE = /\x1b\[[?\d;]*[A-Za-z]/g;
/** Steps down a row: a line feed, or a move over rows that do not change. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are looked for
const STEP_DOWN = /\n|\x1b\[(\d*)E/g;

/**
 * The rows that a frame needs, with the one below it where the cursor rests: Ink steps down over every row of a frame,
 * drawn or not. 0 if the frame shows nothing.
 */
function heightOf(frame: string): number {
  const steps = [...frame.matchAll(STEP_DOWN)].map(([, count]) => Number(count || 1));
  const isBlank = frame.replace(SEQUENCE, '').trim() === '' && steps.length < 2;
  return isBlank ? 0 : 1 + steps.reduce((sum, count) => sum + count, 0);
}

/** The heights of the frames in a terminal's output, in rows. Ink marks where each begins and ends. */
export const frameHeights = (output: string): readonly number[] =>
  output
    .split(BEGIN)
    .slice(1)
    .map((text) => heightOf(text.split(END)[0] ?? ''));

/** The height of the latest complete frame; undefined before the first. */
export function latestHeight(output: string): number | undefined {
  const end = output.lastIndexOf(END);
  if (end < 0) return undefined;
  return frameHeights(output.slice(output.lastIndexOf(BEGIN, end), end))[0];
}
