/** The longest line that is read, in UTF-16 code units; what follows on it is passed over. */
const LONGEST_LINE = 1_000;

/**
 * The lines of a stream without their ends, read only as they are asked for: an endless input costs nothing.
 * A longer line comes cut, with an ellipsis that says so. A stream that breaks ends as one that ends.
 */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let begun = '';
  try {
    for await (const chunk of input) {
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      const [rest = '', ...next] = text.split('\n');
      begun = joined(begun, rest);
      for (const part of next) {
        yield whole(begun);
        begun = joined('', part);
      }
    }
  } catch {
    // A terminal that has gone away, or a stream destroyed to stop the reading.
  }
  begun = joined(begun, decoder.decode());
  if (begun !== '') yield whole(begun);
}

/** One more than the longest is kept, to know that the line is longer. */
const joined = (begun: string, part: string): string =>
  begun + part.slice(0, LONGEST_LINE + 1 - begun.length);

/** The ellipsis keeps a long line whose beginning reads as an answer from being one. */
const whole = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;

/** Lets go of the stream, so that a waiting reader ends and the process can. */
export function stopReading(input: NodeJS.ReadableStream & { destroy?: () => void }): void {
  if (input.destroy) input.destroy();
  else input.pause();
}
