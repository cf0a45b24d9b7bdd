import path from 'node:path';
import { CommanderError } from 'commander';
import { commandLine, NAME, VERSION } from './cli/program.js';
import { DONE, type Environment } from './commands/environment.js';
import { UserError } from './commands/errors.js';
import { plainText } from './core/text/sanitize.js';

const FAULT = 1;
const NO_ROOM_FOR_OUTPUT = 'the output could not be written, the disk is full: free some space';
const WRONG_USAGE = 2;

/** The one place that prints an error and sets the exit code. */
async function main(): Promise<void> {
  const at = environment();
  const done = await codeOf(run(process.argv.slice(2), at));
  const isTold = done !== DONE;
  const written = allWritten(process.stdout);
  process.exitCode = isTold ? done : await codeOf(Promise.race([written, at.fault]));
  await written;
  if (stderr) await allWritten(stderr);
  // An input that is still open must not hold the process.
  process.exit();
}

/** The exit code of what is done, which is said where it fails. */
async function codeOf(work: Promise<number>): Promise<number> {
  try {
    return await work;
  } catch (error) {
    return report(error);
  }
}

/** Of a stream that fails it is told elsewhere. */
const allWritten = (stream: NodeJS.WriteStream): Promise<number> =>
  new Promise((resolve) => stream.write('', () => setImmediate(resolve, DONE)));

/** @returns the exit code */
async function run(args: readonly string[], at: Environment): Promise<number> {
  let exitCode: number = DONE;
  const program = commandLine(at, (code) => {
    exitCode = code;
  });
  await Promise.race([program.parseAsync(args, { from: 'user' }), at.fault]);
  return exitCode;
}

/** One line on stderr for what a user can mend; a fault of our own says where to take it. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  if (error instanceof UserError) {
    madeStderr().write(`${NAME}: ${error.message}\n`);
    return error.exitCode;
  }
  const what = plainText(error instanceof Error ? error.message : String(error));
  madeStderr().write(
    `${NAME} ${VERSION} failed: ${what}\nYour answers are kept. Please report this line in the repository you got the program from.\n`,
  );
  return FAULT;
}

/** Once something is said on it: to make it takes Node a millisecond, and mostly nothing is. */
let stderr: NodeJS.WriteStream | undefined;

function madeStderr(): NodeJS.WriteStream {
  stderr = process.stderr;
  return stderr;
}

const environment = (): Environment => ({
  // Each made when it is asked for: it takes Node milliseconds, and most commands read nothing.
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return madeStderr();
  },
  env: process.env,
  platform: process.platform,
  courses: path.join(import.meta.dirname, 'courses'),
  fault: faults(),
});

/** Rejects with what is thrown outside any call. That nobody reads the output any more is no fault. */
function faults(): Promise<never> {
  const fault = new Promise<never>((_, reject) => {
    process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(DONE);
      else if (error.code === 'EIO') hangUp();
      else if (error.code === 'ENOSPC') reject(new UserError(NO_ROOM_FOR_OUTPUT));
      else reject(error);
    });
    process.on('unhandledRejection', reject);
  });
  // Whoever shows something races with it; until then it must not count as unhandled itself.
  fault.catch(() => {});
  return fault;
}

/** The terminal's window was closed: Node 20 aborts in `process.exit`, as it cannot give back a terminal that is gone. */
function hangUp(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

void main();
