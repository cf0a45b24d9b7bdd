import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../src/cli/run-command.js';
import type { Environment } from '../../src/commands/environment.js';
import { capturedOutput } from './plain-session.js';
import { isOtherProgram, PROGRAM, testNode } from './terminal.js';

export const COURSES = fileURLToPath(new URL('../../dist/courses', import.meta.url));

/** Commands can overlap, so none returns to the folder of another. */
const FOLDER = process.cwd();

export type Printed = { readonly code: number | null; readonly out: string; readonly err: string };

type Given = {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The current folder of the command. The default is that of the tests. */
  readonly cwd?: string;
  /** How far the clock is ahead, in milliseconds. */
  readonly clock?: number;
  /** The folder of the courses that come with the program. */
  readonly courses?: string;
  /** The system, as Node names it. */
  readonly platform?: string;
};

/**
 * Runs a command in lines, in the process of the test: a process for each of many commands takes far longer than what
 * they do. Starts the program instead, if the tests are to run another build or another Node.
 */
export const runHere = (args: readonly string[], given: Given = {}): Promise<Printed> =>
  isOtherProgram() ? runStarted(args, given) : runInProcess(args, given);

/** Throws for what only the process of the test can change. */
async function runStarted(
  args: readonly string[],
  { input = '', env = {}, cwd, clock, courses, platform }: Given,
): Promise<Printed> {
  if (clock !== undefined || courses !== undefined || platform !== undefined)
    throw new Error('a started program has its own clock, courses and system');
  const { CI: _c, NO_COLOR: _n, FORCE_COLOR: _f, ...inherited } = process.env;
  const program = spawn(testNode(), [PROGRAM, ...args], {
    env: { ...inherited, LC_ALL: 'C.UTF-8', ...env },
    ...(cwd !== undefined && { cwd }),
  });
  program.stdin.on('error', () => {}); // the program may end before it has read everything
  program.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'close') as Promise<[number | null]>,
  ]);
  return { code, out, err };
}

async function runInProcess(
  args: readonly string[],
  { input = '', env = {}, cwd = process.cwd(), clock = 0, courses = COURSES, platform }: Given,
): Promise<Printed> {
  const [stdout, stderr] = [capturedOutput(), capturedOutput()];
  const environment = {
    stdin: Readable.from(
      input === '' ? [] : [typeof input === 'string' ? Buffer.from(input) : input],
    ),
    ...{ stdout: stdout.output, stderr: stderr.output, courses },
    platform: platform ?? process.platform,
    env: { LC_ALL: 'C.UTF-8', ...env },
    fault: new Promise<never>(() => {}),
  };
  const restore = placedIn(cwd, clock);
  try {
    const code = await runCommand(args, environment as unknown as Environment);
    return { code, out: stdout.text(), err: stderr.text() };
  } finally {
    restore();
  }
}

/** Changes what a command finds in its process: folder and clock. @returns undoes it, and removes what listens on */
export function placedIn(cwd: string, clock = 0): () => void {
  const [now, listeners] = [Date.now, process.listeners('SIGINT')];
  process.chdir(cwd);
  if (clock !== 0) Date.now = () => now() + clock;
  return () => {
    process.chdir(FOLDER);
    if (clock !== 0) Date.now = now;
    for (const one of process.listeners('SIGINT'))
      if (!listeners.includes(one)) process.off('SIGINT', one);
  };
}
