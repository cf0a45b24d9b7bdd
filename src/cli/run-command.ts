import { CommanderError } from 'commander';
import { isDamage } from '../commands/damage.js';
import type { Environment } from '../commands/environment.js';
import { PROGRAM_NAME, printError, printLine, UserError } from '../commands/errors.js';
import { FAILED, OK, USAGE } from '../commands/exit-codes.js';
import { firstOf } from '../core/first-of.js';
import { plainText } from '../core/text/sanitize.js';
import { VERSION } from '../core/version.js';
import { commandLine } from './program.js';

const REPORT =
  'Your answers are saved. Please report the error above in the repository where you got the program.';

/** Runs one command, and prints the error that ends it. @returns the exit code */
export const runCommand = (args: readonly string[], at: Environment): Promise<number> =>
  exitCodeAfter(run(args, at), at);

/** @returns the exit code that `work` resolves with; prints the error if `work` rejects */
export async function exitCodeAfter(work: Promise<number>, at: Environment): Promise<number> {
  try {
    return await work;
  } catch (error) {
    return report(error, at);
  }
}

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
function report(error: unknown, at: Environment): number {
  // Commander has printed its own errors, and throws after --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? OK : USAGE;
  if (error instanceof UserError) {
    printLine(error.message, at);
    return error.exitCode;
  }
  if (isDamage(error)) {
    printLine(error.message, at);
    return FAILED;
  }
  const what = plainText(error instanceof Error ? error.message : String(error));
  printError(`${PROGRAM_NAME} ${VERSION} failed: ${what}`, at);
  printError(REPORT, at);
  return FAILED;
}
