import { plainText } from '../core/text/sanitize.js';
import { UserError } from './failures.js';

/** What the disk refuses is the user's to mend: told in its one line. */
export function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UserError(plainText(error instanceof Error ? error.message : String(error)));
  }
}
