import { Readable } from 'node:stream';
import { isInPaste, shortened, splitKeys } from './parse-keys.js';

/** A terminal's input: a stream with a raw mode. */
export type TerminalInput = NodeJS.ReadableStream & {
  setRawMode: (raw: boolean) => unknown;
  ref: () => unknown;
  unref: () => unknown;
};

/** Milliseconds to wait for the rest of an escape sequence before a lone ESC counts as the Esc key. */
const ESCAPE_WAIT = 120;
/** Milliseconds to wait for more of a paste. Its end may never come, because the connection or a program lost it. */
const PASTE_WAIT = 2_000;
/** The longest time, in milliseconds, to drop keys if no frame is drawn. */
const LONGEST_HOLD = 250;
/** The most keys to hold. More keys than this come from a stuck key or a file sent to the terminal. */
const MOST_HELD = 4096;

/** Called at once, ahead of keys that wait. */
export type UrgentKeys = {
  readonly interrupt: () => void;
  readonly suspend: () => void;
  /** The terminal is gone, so no more keys will come. */
  readonly gone: () => void;
};

/**
 * Reads the terminal for Ink. Turns on raw mode at once, so that the line discipline loses or changes no key before
 * the first frame. Passes on one key per tick and joins split escape sequences. A line feed becomes a carriage return:
 * Enter typed before raw mode arrives as a line feed.
 */
export class KeyStream extends Readable {
  readonly isTTY = true;
  private readonly waiting: string[] = [];
  private pending = '';
  private wanted = false;
  private waitTimer: NodeJS.Timeout | undefined;
  private holdTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly terminal: TerminalInput,
    private readonly urgent: UrgentKeys,
  ) {
    super({ encoding: 'utf8', highWaterMark: 1 });
    terminal.setRawMode(true);
    terminal.on('data', this.receive);
    terminal.once('end', urgent.gone);
    terminal.once('error', urgent.gone);
    // The session of another course may have paused it.
    terminal.resume();
  }

  setRawMode(raw: boolean): this {
    this.terminal.setRawMode(raw);
    return this;
  }

  ref(): this {
    this.terminal.ref();
    return this;
  }

  unref(): this {
    this.terminal.unref();
    return this;
  }

  /** Resolves after a full turn of the event loop, when all earlier input has been read. */
  caughtUp(): Promise<void> {
    return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  }

  /** Drops keys typed ahead and keys typed until `accept`. They were meant for the old page. */
  dropTypedAhead(): void {
    this.waiting.length = 0;
    while (this.read() !== null) {
      // Drops a key that was pushed but not yet read.
    }
    // The rest of a report or reply that has begun must not become keys.
    if (this.pending === '\x1b') this.pending = '';
    clearTimeout(this.holdTimer);
    this.holdTimer = setTimeout(() => this.accept(), LONGEST_HOLD);
    this.holdTimer.unref();
  }

  /** Accepts keys again, once the new page is drawn. */
  accept(): void {
    clearTimeout(this.holdTimer);
    this.holdTimer = undefined;
  }

  /** Gives the terminal back and stops reading. */
  close(): void {
    clearTimeout(this.waitTimer);
    clearTimeout(this.holdTimer);
    this.terminal.off('data', this.receive);
    this.terminal.off('end', this.urgent.gone);
    this.terminal.off('error', this.urgent.gone);
    // A late error, of a terminal that is gone, must not end the process with a stack trace.
    if (this.terminal.listenerCount('error') === 0) this.terminal.on('error', () => {});
    this.terminal.setRawMode(false);
    this.terminal.pause();
    // A pending `_read` would still pass on a key at the next tick.
    this.waiting.length = 0;
    this.push(null);
  }

  override _read(): void {
    this.wanted = true;
    setImmediate(() => this.passOn());
  }

  private readonly receive = (chunk: Buffer | string): void => {
    clearTimeout(this.waitTimer);
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const typed = bytes.toString('latin1');
    // Somebody has typed it: a terminal sends a sequence in one piece, and Ctrl-C only within a mouse report.
    if (typed.startsWith('\x03')) this.pending = '';
    const { keys, rest } = splitKeys(this.pending + typed);
    this.pending = shortened(rest);
    for (const key of keys) this.queue(key);
    // Ctrl-C works even inside an unfinished sequence.
    if (rest.includes('\x03')) this.urgent.interrupt();
    if (rest !== '') this.waitTimer = setTimeout(() => this.giveUpWaiting(), waitFor(rest, typed));
    this.passOn();
  };

  private queue(key: string): void {
    if (key === '\x03') this.urgent.interrupt();
    else if (key === '\x1a') this.urgent.suspend();
    else if (this.holdTimer === undefined && this.waiting.length < MOST_HELD) {
      this.waiting.push(key === '\n' ? '\r' : key);
    }
  }

  private giveUpWaiting(): void {
    const key = this.pending;
    this.pending = '';
    // An unfinished sequence is not a key, but a lone ESC is. In a paste without an end, it only ends the paste.
    if (key === '\x1b') this.queue(key);
    this.passOn();
  }

  private passOn(): void {
    if (!this.wanted) return;
    const key = this.waiting.shift();
    if (key === undefined) return;
    this.wanted = false;
    this.push(key);
  }
}

/** Within a paste, only an ESC that was typed alone may be the Esc key. */
const waitFor = (rest: string, typed: string): number =>
  isInPaste(rest) && typed !== '\x1b' ? PASTE_WAIT : ESCAPE_WAIT;
