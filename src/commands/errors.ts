import { plainText } from '../core/text/sanitize.js';
import { windowSize } from '../core/window.js';
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

type Stderr = Pick<Environment, 'stderr' | 'env'>;

/** Every error and warning on stderr begins with the program's name. It is one line, except for a command to type. */
export const printLine = (message: string, to: Stderr): void =>
  printError(`${PROGRAM_NAME}: ${message}`, to);

/** In a terminal, wraps the first line between words. The lines after it are commands: they must stay as they are. */
export function printError(text: string, { stderr, env }: Stderr): void {
  const [first = '', ...commands] = text.split('\n');
  const isWrapped = stderr.isTTY === true;
  const lines = isWrapped ? wrapped(first, windowSize(stderr, env).columns) : [first];
  stderr.write(`${[...lines, ...commands].join('\n')}\n`);
}

/** Lines of at most `columns` letters. A word that is longer, such as a path, has a line of its own. */
function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
