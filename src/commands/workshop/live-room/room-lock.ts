import { plainText } from '../../../core/text/sanitize.js';
import { makeFolder } from '../../../io/files/make-folder.js';
import { lock } from '../../../io/progress/lock.js';
import { asUserError, UserError } from '../../errors.js';

/** In milliseconds. A mark expires after 20 seconds. */
const RENEW_EVERY = 5_000;

/** Keeps other programs from opening the room. Throws a UserError if one has it open. @returns how to let them */
export function lockRoom(folder: string): () => void {
  asUserError(() => makeFolder(folder, 0o700));
  const mark = lock(folder);
  if (!mark)
    throw new UserError(
      `another window has the room in ${plainText(folder)} open: continue there, or close it first`,
    );
  const timer = setInterval(mark.renew, RENEW_EVERY).unref();
  return () => {
    clearInterval(timer);
    mark.release();
  };
}
