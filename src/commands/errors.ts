import { plainText } from '../core/text/sanitize.js';
import type { Environment } from './environment.js';
import { FAILED, USAGE } from './exit-codes.js';

export const PROGRAM_NAME = 'on-the-record';

/** An error that the user can fix: one plain line on stderr. A command to type can follow as a line of its own. */
export class UserError extends Error {
  readonly exitCode: number = FAILED;
}

/** Words on the command line that the program does not understand: one plain line on stderr. */
export class UsageError extends UserError {
  override readonly exitCode = USAGE;
}

/** Runs `work`. Throws its errors as a UserError, since the user can fix them, such as a full disk. */
export function asUserError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UserError(plainText(error instanceof Error ? error.message : String(error)));
  }
}

/** Every error and warning on stderr begins with the program's name. It is one line, except for a command to type. */
export function printLine(message: string, environment: Pick<Environment, 'stderr'>): void {
  environment.stderr.write(`${PROGRAM_NAME}: ${message}\n`);
}
