import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';

/**
 * Undefined on Windows. There, files have lists of rights instead of an owner's number, and these functions trust the
 * place: the system closes a user's own folders to other users.
 */
const userId = process.geteuid?.();

const ROOT = 0;
const RIGHTS_OF_OTHERS = 0o077;
const ANYONE_MAY_WRITE = 0o002;
/** In a folder with this bit, users can rename and delete only their own entries. */
const STICKY = 0o1000;

/** Whether it is this user's, and no other user may read or write it. */
export const isPrivate = ({ uid, mode }: Stats): boolean =>
  userId === undefined || (uid === userId && (mode & RIGHTS_OF_OTHERS) === 0);

/**
 * Whether other users can neither write a file or folder nor put another in its place: it and all folders above belong to
 * this user or to root, and not everyone may write there. A group may, because a group that may write to a user's folders
 * was given that right on purpose. False for a missing place.
 * @param place an absolute path; a link on the way counts as out of control
 */
export function isOutOfReach(place: string): boolean {
  if (userId === undefined) return true;
  const parent = path.dirname(place);
  return (
    isGuarded(lstatSync(place, { throwIfNoEntry: false })) &&
    (parent === place || isOutOfReach(parent))
  );
}

/** Whether other users can write in a folder or put another in its place. Throws the system's error if it is missing. */
export const canOthersWrite = (folder: string): boolean => !isOutOfReach(realpathSync(folder));

function isGuarded(stats: Stats | undefined): boolean {
  if (!stats || stats.isSymbolicLink()) return false;
  const { uid, mode } = stats;
  const isSticky = stats.isDirectory() && (mode & STICKY) !== 0;
  return [userId, ROOT].includes(uid) && ((mode & ANYONE_MAY_WRITE) === 0 || isSticky);
}
