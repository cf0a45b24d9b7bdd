/** The loader throws errors of this name. It is a script of its own, so it has no class in common with the commands. */
const NAME = 'Damage';

/** An error that says that a part of the program is missing or broken. @param cause what reading the part threw */
export function damage(cause: unknown): Error {
  if (isDamage(cause)) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const error = new Error(
    `a part of the program is missing or broken: install the program again (${reason})`,
  );
  error.name = NAME;
  return error;
}

export const isDamage = (error: unknown): error is Error =>
  error instanceof Error && error.name === NAME;
