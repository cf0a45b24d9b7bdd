import type { TerminalInput } from './key-stream.js';

/** A terminal, with the shell's job control. */
export type Terminal = {
  /** Replaces characters that the terminal cannot show with ASCII. */
  readonly glyphs: (text: string) => string;
  readonly stdin: TerminalInput;
  readonly stdout: NodeJS.WriteStream;
  /** Rejects on an error outside any call. `takeOverTerminal` gives the terminal back before it rethrows. */
  readonly fault: Promise<never>;
  /** Stops the program as Ctrl-Z does. Resolves when it is in the foreground again. */
  readonly stop: () => Promise<void>;
  /** Calls back on SIGTSTP. @returns a function that ends the subscription */
  readonly onStopRequest: (ask: () => void) => () => void;
};

/** What is drawn on the terminal, until `leave`. */
export type Drawing = {
  /** Stops drawing. Resolves when the terminal is as before. */
  readonly leave: () => Promise<void>;
  /** Gives the terminal back while `meanwhile` runs, then redraws. */
  readonly suspend: (meanwhile: () => Promise<void>) => Promise<void>;
  /** Resolves when drawing ends. Rejects if drawing fails. */
  readonly closed: Promise<unknown>;
};

/** `interrupt` is Ctrl-C. */
export type LeaveReason = 'quit' | 'interrupt';
