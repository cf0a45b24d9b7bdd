import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { User } from '../support/other-user.js';
import { PROGRAM, testNode } from '../support/terminal.js';

export type PlainStart = {
  /** All input, if none follows later. */
  readonly input?: string;
  /** The caller writes more input to the child. */
  readonly isInputOpen?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Options of node. */
  readonly node?: readonly string[];
  readonly cwd?: string;
  /** Another copy of the built program. */
  readonly program?: string;
  /** Who runs the program, if not the user of the tests. */
  readonly user?: User;
  /** The script of a shell that starts the program, whose command line, quoted, is the argument. */
  readonly shell?: (command: string) => string;
};

export type PlainEnd = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
};

export type PlainProgram = {
  readonly child: ChildProcessWithoutNullStreams;
  /** What was printed so far. */
  readonly said: { readonly out: string; readonly err: string };
  readonly ended: Promise<PlainEnd>;
};

/** Starts the built program without a terminal. */
export function startPlain(args: readonly string[], options: PlainStart = {}): PlainProgram {
  const { input = '', isInputOpen = false, env, node = [], cwd, user, shell } = options;
  const { program = PROGRAM } = options;
  const command = [testNode(), ...node, program, ...args] as [string, ...string[]];
  const [file, ...rest] = shell ? (['sh', '-c', shell(quoted(command))] as const) : command;
  const child = spawn(file, rest, {
    env: { ...process.env, ...env },
    ...(cwd && { cwd }),
    ...user,
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  child.stdin.on('error', () => {}); // the program may end before it has read all input
  if (!isInputOpen) child.stdin.end(input);
  const ended = new Promise<PlainEnd>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, ...said }));
  });
  return { child, said, ended };
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/** How many verdicts and second looks the program has shown in lines: each means that it took an answer. */
export const acknowledged = (out: string): number =>
  (out.match(/^(Right|Right on the second try|Not this time(\..*)?)$/gm) ?? []).length;

/**
 * How many answers a lesson has taken: the same, and the statements of each sort board that was handed in. Its first
 * page may show the verdict of an earlier session.
 */
export function acknowledgedInLesson(out: string): number {
  const first = out.indexOf('\n> ');
  return acknowledged(out.slice(first)) + handedIn(out, first);
}

/** What the program says of a board that was handed in: after a miss, the second try is about the other statements. */
const BOARD = /^[✓✗] (?<missed>Not this time: )?(?:Right, all |(?<right>\d+) of )(?<all>\d+)/gm;

/** How many statements were handed in. @param first where the first page ends, which may show an earlier try */
function handedIn(out: string, first: number): number {
  let [count, settled] = [0, 0];
  for (const { index, groups: { missed, right, all } = {} } of out.matchAll(BOARD)) {
    if (index > first) count += Number(all) - settled;
    settled = missed ? Number(right) : 0;
  }
  return count;
}

/** Whether a stack trace was printed instead of an error message. */
export const isCrash = (err: string): boolean =>
  /\n\s+at .*:\d+:\d+|node:internal|failed: /.test(err);

/** In milliseconds. No run to the end takes a tenth of this: a program that has not ended by then never ends. */
const LONGEST_RUN = 30_000;

/** Runs the program to its end. Rejects if it does not end, or ends in a fault. */
export async function endOf(args: readonly string[], options: PlainStart = {}): Promise<PlainEnd> {
  const { child, ended } = startPlain(args, options);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, LONGEST_RUN);
  const end = await ended;
  clearTimeout(timer);
  if (isLate) throw new Error(`did not end; it said ${(end.err || end.out).slice(-200)}`);
  if (isCrash(end.err)) throw new Error(`crashed: ${end.err.slice(0, 300)}`);
  return end;
}
