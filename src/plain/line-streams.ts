import { linesOf, stopReading } from './line-input.js';
import { type LineOutput, lineOutput } from './line-output.js';

/** The input and the output of line mode. All sessions of a run share them, so their listeners do not add up. */
export type LineStreams = {
  readonly lines: AsyncIterator<string, void, void>;
  readonly output: LineOutput;
  /** Whether somebody types at a terminal. */
  readonly isTyped: boolean;
  /** Whether the terminal echoes what is typed, with its line end, after the prompt. */
  readonly isEchoed: boolean;
  /** Ends the lines, also while a session waits for one. */
  readonly stop: () => void;
};

export function lineStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): LineStreams {
  const stop = (): void => stopReading(input);
  const isTyped = isTerminal(input);
  return {
    lines: linesOf(input),
    output: lineOutput(output, stop),
    isTyped,
    isEchoed: isTyped && isTerminal(output),
    stop,
  };
}

const isTerminal = (stream: object): boolean => 'isTTY' in stream && stream.isTTY === true;
