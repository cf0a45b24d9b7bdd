import { mkdtempSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import { type Ended, LONGEST_WAIT, Screen } from './screen.js';

/** The built program. `npm run test:unpatched` uses another build. */
export const PROGRAM =
  process.env.ON_THE_RECORD_TEST_PROGRAM ??
  fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The Node that runs the built program. `npm run test:nodes` uses other Node versions. */
export const testNode = (): string => process.env.ON_THE_RECORD_TEST_NODE ?? process.execPath;

/** Whether the tests are to run another build or another Node. No command then runs in the process of the tests. */
export const isOtherProgram = (): boolean =>
  process.env.ON_THE_RECORD_TEST_PROGRAM !== undefined ||
  process.env.ON_THE_RECORD_TEST_NODE !== undefined;

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
  /** What is on the terminal before the program begins. */
  readonly shown?: string;
  /** Another program to run, such as a shell, with its arguments. */
  readonly command?: readonly [string, ...string[]];
  /** Another user, and the group of the same number. Only root can start a program for somebody else. */
  readonly uid?: number;
};

/** Makes a data folder for one test. */
export function dataFolder(): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the program in a pseudo-terminal. Tests read its screen and press its keys. */
export class Terminal extends Screen {
  override readonly ended: Promise<Ended>;
  /** Closes the window, and with it the program's input and output. */
  readonly close: () => void;
  private readonly pty: IPty;
  /** What node-pty reads from and writes to. */
  private readonly socket: Readable;
  /** How many letters of the next piece `read` takes. */
  private most = Number.POSITIVE_INFINITY;

  constructor({ args = [], columns = 80, rows = 24, env = {}, ...start }: Start) {
    super({ columns, rows });
    const { command, cwd, uid, shown = '' } = start;
    this.take(shown);
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
    const take = (data: string): void => this.take(data.slice(0, this.most));
    this.close = readToTheEnd(_socket, fd, take);
    this.pty.onData(take);
    this.ended = new Promise((resolve) => {
      this.pty.onExit(({ exitCode, signal }) => {
        resolve(this.endWith({ code: exitCode, signal: signal ?? 0 }));
      });
    });
  }

  get pid(): number {
    return this.pty.pid;
  }

  /** node-pty takes bytes, though its type names only strings. */
  override send(bytes: Buffer): void {
    if (!this.isEnded) this.pty.write(bytes as unknown as string);
  }

  override resize(columns: number, rows: number): void {
    try {
      this.pty.resize(columns, rows);
    } catch {
      return; // node-pty throws if the program has just ended
    }
    this.screenModel.resize(Math.max(columns, 2), rows); // xterm takes no narrower window
  }

  override async discard(): Promise<void> {
    this.kill('SIGKILL');
  }

  kill(signal: string): void {
    this.pty.kill(signal);
  }

  /** Leaves unread what the program writes from now on: when the terminal is full, the program has to wait. */
  stopReading(): void {
    this.socket.pause();
  }

  /**
   * Reads some of it, or less if less is there. Node's own `read(length)` loses count of text that came in pieces, and
   * fails later, so this reads all and gives back the rest. @returns how many letters were read
   */
  read(length: number): number {
    this.most = length;
    const all: string = this.socket.read() ?? '';
    this.most = Number.POSITIVE_INFINITY;
    if (all.length > length) this.socket.unshift(all.slice(length));
    return Math.min(all.length, length);
  }

  readOn(): void {
    this.socket.resume();
  }
}

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
