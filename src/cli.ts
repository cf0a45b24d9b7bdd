import path from 'node:path';
import { CommanderError } from 'commander';
import { faults } from './cli/faults.js';
import { commandLine, VERSION } from './cli/program.js';
import type { Environment } from './commands/environment.js';
import { PROGRAM_NAME, printLine, UserError } from './commands/errors.js';
import { FAILED, OK, USAGE } from './commands/exit-codes.js';
import { firstOf } from './core/first-of.js';
import { plainText } from './core/text/sanitize.js';

/** The only place that ends the program with an error. */
async function main(): Promise<void> {
  const at = environment();
  const code = await exitCodeAfter(run(process.argv.slice(2), at), at);
  const written = allWritten(process.stdout);
  // One error is enough: after a failure, a fault of the output is not printed.
  process.exitCode = code === OK ? await exitCodeAfter(firstOf([written, at.fault]), at) : code;
  await written;
  if (stderr) await allWritten(stderr);
  // An open stdin must not keep the process alive.
  process.exit();
}

/** @returns the exit code that `work` resolves with; prints the error if `work` rejects */
async function exitCodeAfter(work: Promise<number>, at: Environment): Promise<number> {
  try {
    return await work;
  } catch (error) {
    return printError(error, at);
  }
}

/** Resolves when the stream is empty, also after an error: `fault` rejects with that. */
const allWritten = (stream: NodeJS.WriteStream): Promise<number> =>
  new Promise((resolve) => stream.write('', () => setImmediate(resolve, OK)));

/** @returns the exit code */
async function run(args: readonly string[], at: Environment): Promise<number> {
  let exitCode: number = OK;
  const program = commandLine(at, (code) => {
    exitCode = code;
  });
  await firstOf([program.parseAsync(args, { from: 'user' }), at.fault]);
  return exitCode;
}

/** Prints one line for what the user can fix, two for a fault of the program. @returns the exit code */
function printError(error: unknown, at: Environment): number {
  // Commander has printed its own errors, and throws after --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? OK : USAGE;
  if (error instanceof UserError) {
    printLine(error.message, at);
    return error.exitCode;
  }
  const what = plainText(error instanceof Error ? error.message : String(error));
  at.stderr.write(
    `${PROGRAM_NAME} ${VERSION} failed: ${what}\nYour answers are kept. Please report this line in the repository you got the program from.\n`,
  );
  return FAILED;
}

/** Set once something is written to it. */
let stderr: NodeJS.WriteStream | undefined;

/** Node opens each stream on first use, which takes milliseconds, and most commands need only stdout. */
const environment = (): Environment => ({
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    stderr = process.stderr;
    return stderr;
  },
  env: process.env,
  platform: process.platform,
  courses: path.join(import.meta.dirname, 'courses'),
  fault: faults(),
});

void main();
