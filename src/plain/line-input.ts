/** The longest line, in UTF-16 code units. The rest of a longer line is ignored. */
const LONGEST_LINE = 1_000;

/**
 * The lines of a stream, without line ends. Reads on demand, so an endless input costs nothing. Cuts a line that is too
 * long and adds an ellipsis. A stream error ends the lines.
 */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let line = '';
  try {
    for await (const chunk of input) {
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      const [rest = '', ...next] = text.split('\n');
      line = joined(line, rest);
      for (const part of next) {
        yield complete(line);
        line = joined('', part);
      }
    }
  } catch {
    // The terminal is gone, or `stopReading` destroyed the stream.
  }
  line = joined(line, decoder.decode());
  if (line !== '') yield complete(line);
}

/** Keeps one code unit more than the limit, which shows that the line is too long. */
const joined = (line: string, part: string): string =>
  line + part.slice(0, LONGEST_LINE + 1 - line.length);

/** With the ellipsis, a cut line cannot read as a valid answer. */
const complete = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;

/** Closes the stream, so that a waiting reader ends and the process can exit. */
export function stopReading(input: NodeJS.ReadableStream & { destroy?: () => void }): void {
  if (input.destroy) input.destroy();
  else input.pause();
}
