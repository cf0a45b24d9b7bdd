import path from 'node:path';
import {
  EXPIRES_AFTER,
  markAt,
  ownMark,
  removeMark,
  renewMark,
  textOf,
  unusableText,
  writeMark,
} from './mark.js';

/** Shows other programs that this one uses a folder, on this computer or on another that shares the folder. */
export type Lock = {
  /**
   * Call this every few seconds: a lock that is not renewed expires.
   * @returns whether this program still has the lock; a program that was paused may have lost it
   */
  readonly renew: () => boolean;
  readonly release: () => void;
  /** One line about an earlier mark that did not count, or about a mark that could not be replaced. */
  readonly warning?: string;
};

const LOCK_NAME = 'in-use';

/** Shortest time between two renewals, in milliseconds. */
const RENEW_EVERY = 5_000;

/** The lock of a folder without a mark. Two windows may then continue one attempt. That is no reason to stop. */
const UNMARKED: Lock = { renew: () => true, release: () => {} };

/** @returns undefined if another program uses the folder. A folder where no mark can be written counts as free. */
export function lock(folder: string): Lock | undefined {
  const file = path.join(folder, LOCK_NAME);
  try {
    const found = markAt(file);
    if (found === 'held') return undefined;
    removeMark(file);
    const own = ownMark();
    if (!writeMark(file, own)) return markAt(file) === 'held' ? undefined : UNMARKED;
    const warning = found === 'none' ? undefined : found.warning;
    return { ...markedLock(file, own), ...(warning !== undefined && { warning }) };
  } catch (error) {
    return { ...UNMARKED, warning: unusableText(file, error) };
  }
}

/** Whether another program uses a folder. Unlike `lock`, this leaves the mark of this program as it is. */
export function isLocked(folder: string): boolean {
  try {
    return markAt(path.join(folder, LOCK_NAME)) === 'held';
  } catch {
    return false;
  }
}

function markedLock(file: string, own: string): Lock {
  let renewed = performance.now();
  return {
    renew: () => {
      const age = performance.now() - renewed;
      if (age < RENEW_EVERY) return true;
      renewed = performance.now();
      const isOwn = renewMark(file, own);
      if (isOwn !== undefined) return isOwn;
      // Nobody takes a mark that has not expired, so it was deleted.
      if (age < EXPIRES_AFTER) quietly(() => writeMark(file, own));
      return age < EXPIRES_AFTER;
    },
    release: () => {
      if (textOf(file) === own) quietly(() => removeMark(file));
    },
  };
}

/** Without a mark, two windows may continue one attempt. That is no reason to stop. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {}
}
