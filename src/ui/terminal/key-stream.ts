import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { isInPaste, shortened, splitKeys } from './parse-keys.js';

/** A terminal's input: a stream with a raw mode. */
export type TerminalInput = NodeJS.ReadableStream & {
  setRawMode: (raw: boolean) => unknown;
  ref: () => unknown;
  unref: () => unknown;
};

/** How long the rest of a split escape sequence may take, in milliseconds, before a lone ESC is the Esc key. */
const ESCAPE_WAIT = 120;
/** How long dropped keys may wait for a frame, in milliseconds, should none be drawn. */
const LONGEST_HOLD = 250;
/** More typed ahead than this, in characters, is not held: a stuck key or a file sent to the terminal. */
const MOST_HELD = 4096;

/** Keys that do not wait their turn. */
export type UrgentKeys = {
  readonly interrupt: () => void;
  readonly suspend: () => void;
  /** No key is there and none will come: the terminal is gone. */
  readonly gone: () => void;
};

/**
 * Stands between the terminal and Ink. From the moment it is made it reads raw, so that no key is lost or turned by
 * the line discipline before the first frame; it hands Ink one key per tick, with split escape sequences put together
 * and line feed taken as the carriage return that it was before raw mode.
 */
export class KeyStream extends Readable {
  readonly isTTY = true;
  private readonly decoder = new StringDecoder('utf8');
  private readonly waiting: string[] = [];
  private pending = '';
  private wanted = false;
  private escapeTimer: NodeJS.Timeout | undefined;
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

  /** Resolves when all is read that was typed before: a whole turn of the event loop. */
  caughtUp(): Promise<void> {
    return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  }

  /** Forgets what is typed ahead, and all that is typed until `accept`: it was meant for the screen before. */
  dropTypedAhead(): void {
    this.waiting.length = 0;
    while (this.read() !== null) {
      // A key may already have been handed over and not yet read.
    }
    if (!isInPaste(this.pending)) this.pending = '';
    clearTimeout(this.holdTimer);
    this.holdTimer = setTimeout(() => this.accept(), LONGEST_HOLD);
    this.holdTimer.unref();
  }

  /** Forgets Enter typed ahead of any other key: it cannot be meant for a question that was not yet on screen. */
  dropEnters(): void {
    while (this.waiting[0] === '\r') this.waiting.shift();
  }

  /** The new screen can be seen: keys count again. */
  accept(): void {
    clearTimeout(this.holdTimer);
    this.holdTimer = undefined;
  }

  /** Gives the terminal back; no key is taken any more. */
  close(): void {
    clearTimeout(this.escapeTimer);
    clearTimeout(this.holdTimer);
    this.terminal.off('data', this.receive);
    this.terminal.setRawMode(false);
    this.terminal.pause();
    // A reader may have asked already, and be answered on the next tick.
    this.waiting.length = 0;
    this.push(null);
  }

  override _read(): void {
    this.wanted = true;
    setImmediate(() => this.handOver());
  }

  private readonly receive = (chunk: Buffer | string): void => {
    clearTimeout(this.escapeTimer);
    const typed = typeof chunk === 'string' ? chunk : this.decoder.write(chunk);
    const { keys, rest } = splitKeys(this.pending + typed);
    this.pending = shortened(rest);
    for (const key of keys) this.queue(key);
    // Whatever a sequence without an end has swallowed, Ctrl-C leaves.
    if (rest.includes('\x03')) this.urgent.interrupt();
    if (rest !== '' && !isInPaste(rest)) {
      this.escapeTimer = setTimeout(() => this.giveUpWaiting(), ESCAPE_WAIT);
    }
    this.handOver();
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
    // A sequence cut short is nobody's key; only a lone ESC is.
    if (key === '\x1b') this.queue(key);
    this.handOver();
  }

  private handOver(): void {
    if (!this.wanted) return;
    const key = this.waiting.shift();
    if (key === undefined) return;
    this.wanted = false;
    this.push(key);
  }
}
