import { plainText } from '../../../core/text/sanitize.js';
import { makeFolder } from '../../../io/files/make-folder.js';
import type { Journal } from '../../../io/live-room/journal.js';
import { lock } from '../../../io/progress/lock.js';
import { asUserError, UserError } from '../../errors.js';

/** In milliseconds. A mark expires after 20 seconds. */
const RENEW_EVERY = 5_000;

/** Keeps other programs from opening the room. */
export type RoomLock = {
  /** Whether no other program has opened the room since. One can if this program was paused, such as by a laptop that slept. */
  readonly isOurs: () => boolean;
  /** Lets other programs open the room. */
  readonly release: () => void;
};

/** Throws a UserError if another program has the room open. */
export function lockRoom(folder: string): RoomLock {
  asUserError(() => makeFolder(folder, 0o700));
  const mark = lock(folder);
  if (!mark)
    throw new UserError(
      `another window has the room in ${plainText(folder)} open: continue there, or close it first`,
    );
  let isTaken = false;
  const isOurs = (): boolean => {
    isTaken ||= !mark.renew();
    return !isTaken;
  };
  const timer = setInterval(isOurs, RENEW_EVERY).unref();
  return {
    isOurs,
    release: () => {
      clearInterval(timer);
      mark.release();
    },
  };
}

/** The journal as long as the lock is ours. Afterwards, each write throws a UserError. */
export function lockedJournal({ append, appendSoon }: Journal, { isOurs }: RoomLock): Journal {
  const check = (): void => {
    if (!isOurs())
      throw new UserError('another window has opened the room, so quit here and continue there');
  };
  return {
    append: (events) => {
      check();
      append(events);
    },
    appendSoon: async (events) => {
      check();
      await appendSoon(events);
    },
  };
}
