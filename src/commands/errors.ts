import { plainText } from '../core/text/sanitize.js';

/** What the disk refuses is the user's to mend: told in its one line. */
export function asUserError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UserError(plainText(error instanceof Error ? error.message : String(error)));
  }
}

/** An error that the user can mend: one plain line, exit code 1. */
export class UserError extends Error {
  readonly exitCode: number = 1;
}

/** Words that the program does not know: one plain line with the nearest it does, exit code 2. */
export class UsageError extends UserError {
  override readonly exitCode = 2;
}
