import type { Size } from '../../core/window.js';
import type { TerminalInput } from './key-stream.js';

/** A terminal, with the shell's job control. */
export type Terminal = {
  /** Replaces characters that the terminal cannot show with ASCII. */
  readonly glyphs: (text: string) => string;
  readonly stdin: TerminalInput;
  readonly stdout: NodeJS.WriteStream;
  /** The window as it is now. */
  readonly size: () => Size;
  /** Rejects on an error outside any call. `takeOverTerminal` gives the terminal back before it rethrows. */
  readonly fault: Promise<never>;
  /** Stops the program as Ctrl-Z does. Resolves when it is in the foreground again. */
  readonly stop: () => Promise<void>;
  /** @returns a function that ends the subscription */
  readonly onJobSignal: (signals: JobSignals) => () => void;
};

/** What a shell asks of a program in its terminal. */
export type JobSignals = {
  /** SIGTSTP: the program should give the terminal back and stop. */
  readonly stop: () => void;
  /** The program was stopped without being asked, as by SIGSTOP, and goes on. The shell may have used the terminal. */
  readonly continued: () => void;
};

/** What is drawn on the terminal, until `leave`. */
export type Drawing = {
  /** Stops drawing. Resolves when the terminal is as before. */
  readonly leave: () => Promise<void>;
  /** Gives the terminal back while `meanwhile` runs, then redraws. */
  readonly suspend: (meanwhile: () => Promise<void>) => Promise<void>;
  /** Takes the terminal over again and draws everything, whatever is on the screen now. */
  readonly redraw: () => Promise<void>;
  /** Resolves when drawing ends. Rejects if drawing fails. */
  readonly closed: Promise<unknown>;
};

/** `interrupt` is Ctrl-C. */
export type LeaveReason = 'quit' | 'interrupt';
