export const OK = 0;
/** An error, a course with problems, a computer that is not ready, or answers that were not saved. */
export const FAILED = 1;
/** Words on the command line that the program does not understand. */
export const USAGE = 2;
/** Ctrl-C: 128 plus the number of SIGINT, as in shells. */
export const INTERRUPTED = 130;

/** How a session ended. */
export type ExitReason = 'quit' | 'interrupt' | 'end-of-input';

/**
 * The exit code of a session. A session that lost answers fails, for a script that reads only the exit code.
 * @param unsaved the number of entries that no store could save, in all courses that the session opened
 */
export function exitCodeOf(how: ExitReason, unsaved: number): number {
  if (how === 'interrupt') return INTERRUPTED;
  return unsaved > 0 ? FAILED : OK;
}
