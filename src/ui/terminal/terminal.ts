import type { TerminalInput } from './key-stream.js';

/** The terminal that screens are shown on, and the shell's job control around it. */
export type Terminal = {
  /** Turns a text into what the terminal's character set can show. */
  readonly glyphs: (text: string) => string;
  readonly stdin: TerminalInput;
  readonly stdout: NodeJS.WriteStream;
  /** Rejects when something fails outside any call; the terminal is given back first. */
  readonly fault: Promise<never>;
  /** Stops the program as the shell's job control does; resolves when it is in the foreground again. */
  readonly stop: () => Promise<void>;
  /** Calls back when something outside asks the program to stop (SIGTSTP). @returns a function that ends it */
  readonly onStopRequest: (ask: () => void) => () => void;
};

/** What is on screen, and how it is taken away again. */
export type Drawing = {
  /** Ends the program on screen; resolves when the terminal is as before. */
  readonly leave: () => Promise<void>;
  /** Gives the terminal away while `meanwhile` lasts, then draws afresh. */
  readonly suspend: (meanwhile: () => Promise<void>) => Promise<void>;
  /** Rejects when drawing fails; resolves when the screen is closed. */
  readonly closed: Promise<unknown>;
};

/** How the screens were left: by choice, or with Ctrl-C. */
export type LeaveReason = 'quit' | 'interrupt';
