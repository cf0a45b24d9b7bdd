import { mkdtempSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** The built program. `npm run test:unpatched` uses another build. */
export const PROGRAM =
  process.env.ON_THE_RECORD_TEST_PROGRAM ??
  fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The Node that runs the built program. `npm run test:nodes` uses other Node versions. */
export const testNode = (): string => process.env.ON_THE_RECORD_TEST_NODE ?? process.execPath;

/** Longest wait for something on screen, in ms: far longer than needed, since test machines can be slow. */
const LONGEST_WAIT = 15_000;

/** The bytes that a terminal sends for each key. */
export const KEY = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  enter: '\r',
  space: ' ',
  esc: '\x1b',
  pageUp: '\x1b[5~',
  pageDown: '\x1b[6~',
  home: '\x1b[H',
  end: '\x1b[F',
  ctrlC: '\x03',
  ctrlZ: '\x1a',
} as const;

export type Start = {
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The current folder. The default is that of the tests. */
  readonly cwd?: string;
  /** Another program to run, such as a shell, with its arguments. */
  readonly command?: readonly [string, ...string[]];
  /** Another user, and the group of the same number. Only root can start a program for somebody else. */
  readonly uid?: number;
};

export type Ended = { readonly code: number; readonly signal: number };

/** Makes a data folder for one test. */
export function dataFolder(): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the program in a pseudo-terminal. Tests read its screen and press its keys. */
export class Terminal {
  /** The complete output, including escape codes. */
  output = '';
  readonly ended: Promise<Ended>;
  /** Closes the window, and with it the program's input and output. */
  readonly close: () => void;
  private readonly pty: IPty;
  /** What node-pty reads from and writes to. */
  private readonly socket: Readable;
  private readonly screenModel: xterm.Terminal;
  private readonly watchers = new Set<() => void>();
  private exit: Ended | undefined;

  constructor({ args = [], columns = 80, rows = 24, env = {}, command, cwd, uid }: Start) {
    this.screenModel = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    const [file, ...rest] = command ?? [testNode(), PROGRAM, ...args];
    const whole = environment(env);
    const window = { cols: columns, rows, name: whole.TERM ?? '' };
    this.pty = spawn(file, rest, {
      ...window,
      env: whole,
      ...(cwd !== undefined && { cwd }),
      ...(uid !== undefined && { uid, gid: uid }),
    });
    const { _socket, fd } = this.pty as unknown as { readonly _socket: Readable; fd: number };
    this.socket = _socket;
    const take = (data: string): void => {
      this.screenModel.write(data, () => {
        this.output += data;
        if (!this.isMidFrame()) this.changed();
      });
    };
    this.close = readToTheEnd(_socket, fd, take);
    this.pty.onData(take);
    this.ended = new Promise((resolve) => {
      this.pty.onExit(({ exitCode, signal }) => {
        // After all that was written before it, which the screen reads piece by piece.
        this.screenModel.write('', () => {
          this.exit = { code: exitCode, signal: signal ?? 0 };
          this.changed();
          resolve(this.exit);
        });
      });
    });
  }

  get pid(): number {
    return this.pty.pid;
  }

  get isEnded(): boolean {
    return this.exit !== undefined;
  }

  /** Sends keys as one write. After the end, nobody reads them. */
  press(...keys: readonly string[]): void {
    this.send(Buffer.from(keys.join('')));
  }

  /** Sends bytes, which may be part of a letter. node-pty takes them, though its type names only strings. */
  send(bytes: Buffer): void {
    if (!this.isEnded) this.pty.write(bytes as unknown as string);
  }

  /** Does nothing after the end. */
  resize(columns: number, rows: number): void {
    try {
      this.pty.resize(columns, rows);
    } catch {
      return; // node-pty throws if the program has just ended
    }
    this.screenModel.resize(Math.max(columns, 2), rows); // xterm takes no narrower window
  }

  kill(signal: string): void {
    this.pty.kill(signal);
  }

  /** Leaves unread what the program writes from now on: when the terminal is full, the program has to wait. */
  stopReading(): void {
    this.socket.pause();
  }

  /** Reads some of it. @returns how many letters were read: the length, or 0 if fewer are there */
  read(length: number): number {
    return this.socket.read(length)?.length ?? 0;
  }

  readOn(): void {
    this.socket.resume();
  }

  rows(): string[] {
    return rowsOn(this.screenModel);
  }

  text(): string {
    return this.rows().join('\n');
  }

  /** The row with the pointer, or an empty text. */
  highlighted(): string {
    return this.rows().find((row) => /^\s*[❯>] /.test(row)) ?? '';
  }

  /** The text of the choice at the pointer, which can take several rows. */
  highlightedChoice(): string {
    const rows = this.rows();
    const at = rows.findIndex((row) => /^\s*[❯>] /.test(row));
    const more = rows.slice(at + 1).findIndex((row) => !/^ {7}\S/.test(row));
    return rows
      .slice(at, more < 0 ? undefined : at + 1 + more)
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/^ ?[❯>] \d+ /, '')
      .replace(/ ?[▲▼]?$/, '');
  }

  isAlternateScreen(): boolean {
    return this.screenModel.buffer.active.type === 'alternate';
  }

  /** @returns whether it came true, before the end of the longest wait and of the program */
  async becomes(isTrue: () => boolean): Promise<boolean> {
    await this.until(() => isTrue() || this.isEnded, 'a change').catch(() => undefined);
    return isTrue();
  }

  /** Resolves when the screen shows the text, or what the function looks for; rejects with the screen when it never does. */
  async shows(wanted: string | RegExp | ((terminal: Terminal) => boolean)): Promise<void> {
    const isThere = (): boolean => {
      if (typeof wanted === 'function') return wanted(this);
      return typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text());
    };
    await this.until(isThere, String(wanted));
  }

  private until(isThere: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.watchers.delete(look);
      };
      const look = (): void => {
        if (!isThere()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        const end = this.exit ? `, it ended with ${JSON.stringify(this.exit)}` : '';
        reject(new Error(`never shown: ${what}${end}; the screen:\n${this.text()}`));
      }, LONGEST_WAIT);
      this.watchers.add(look);
      look();
    });
  }

  /** Whether a frame is incomplete. Ink marks the beginning and end of each frame (synchronized output). */
  private isMidFrame(): boolean {
    return this.output.lastIndexOf('\x1b[?2026h') > this.output.lastIndexOf('\x1b[?2026l');
  }

  private changed(): void {
    for (const look of [...this.watchers]) look();
  }
}

/** The rows on a screen, without blanks at their ends. */
export const rowsOn = ({ rows, buffer: { active } }: xterm.Terminal): string[] =>
  Array.from({ length: rows }, (_, i) =>
    (active.getLine(active.viewportY + i)?.translateToString(true) ?? '').trimEnd(),
  );

/**
 * node-pty closes its end 200 ms after the program has ended, read or not. On Linux and macOS the end comes by itself
 * after the last byte; only if it does not, it is closed. libuv takes the first part that it reads after the program
 * has ended for the last one, so the rest is read here.
 * @param take gets the rest
 * @returns closes it at once
 */
function readToTheEnd(socket: Readable, fd: number, take: (rest: string) => void): () => void {
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => {
    if (!error && !socket.readableEnded) {
      setTimeout(destroy, LONGEST_WAIT / 2).unref();
      return socket;
    }
    take(restOf(fd));
    return destroy(error);
  };
  return () => void destroy();
}

function restOf(fd: number): string {
  const parts: Buffer[] = [];
  try {
    for (let count = -1; count !== 0; ) {
      const part = Buffer.alloc(65_536);
      count = readSync(fd, part);
      parts.push(part.subarray(0, count));
    }
  } catch {} // Linux says EIO when nothing is left, or EAGAIN
  return Buffer.concat(parts).toString();
}

/** The environment of a person's terminal: no CI, no colour settings of the runner's, a UTF-8 locale. */
function environment(extra: Start['env']): Record<string, string> {
  const { CI: _c, NO_COLOR: _n, FORCE_COLOR: _f, ...inherited } = process.env;
  const env = { ...inherited, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8', ...extra };
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
