/** The longest line, in UTF-16 code units. The rest of a longer line is ignored. */
const LONGEST_LINE = 1_000;

/** After this many code units without a line end, a reader gets the line so far, so that it can stop. */
const LONGEST_WAIT = 1_000_000;

/** CR alone also ends a line. Unicode's line separators do not: no keyboard types them. */
const LINE_END = /\r\n?|\n/;

/**
 * The lines of a stream, without line ends: the only reader of lines in the program. Reads on demand and keeps no more
 * than one line, so endless input does not fill the memory. Cuts a line that is too long and adds an ellipsis.
 * Replaces bytes that are not UTF-8 by U+FFFD. A stream error ends the lines.
 */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string, void, void> {
  let line = '';
  let length = 0;
  const add = (part: string): void => {
    // One code unit more than the limit shows that the line is too long.
    line += part.slice(0, LONGEST_LINE + 1 - line.length);
    length += part.length;
  };
  for await (const text of textsOf(input)) {
    const [rest = '', ...next] = text.split(LINE_END);
    add(rest);
    for (const part of next) {
      yield complete(line);
      line = '';
      length = 0;
      add(part);
    }
    if (length > LONGEST_WAIT) {
      length = 0;
      yield complete(line);
    }
  }
  if (line !== '') yield complete(line);
}

/** The text of a stream in pieces. A CR LF is never divided: the piece after a CR does not begin with its LF. */
async function* textsOf(input: NodeJS.ReadableStream): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let endsWithCr = false;
  try {
    for await (const chunk of input) {
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      yield endsWithCr && text.startsWith('\n') ? text.slice(1) : text;
      if (text !== '') endsWithCr = text.endsWith('\r');
    }
  } catch {
    // The terminal is gone, or `stopReading` destroyed the stream.
  }
  yield decoder.decode();
}

/** With the ellipsis, a cut line cannot read as a valid answer. */
const complete = (line: string): string => (isCut(line) ? `${line.slice(0, LONGEST_LINE)}…` : line);

/** Whether a line of `linesOf` is only the beginning of a longer one. */
export const isCut = (line: string): boolean => line.length > LONGEST_LINE;

/** What to say about a line that was cut. */
export const CUT_TEXT = 'longer than 1,000 characters';

/** Closes the stream, so that a waiting reader ends and the process can exit. */
export function stopReading(input: NodeJS.ReadableStream & { destroy?: () => void }): void {
  if (input.destroy) input.destroy();
  else input.pause();
}
