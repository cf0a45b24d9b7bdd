import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reasonFor } from './disk-error.js';
import { makeFolder } from './make-folder.js';

/**
 * Tests whether the program can write to a folder: creates the folder if it is missing, then creates and deletes a file.
 * @returns undefined if it can, else the reason why not
 */
export function cannotWrite(folder: string): string | undefined {
  const probe = path.join(folder, `.on-the-record-${process.pid}`);
  try {
    makeFolder(folder, 0o700);
    writeFileSync(probe, 'probe', { flag: 'wx', mode: 0o600 });
    rmSync(probe);
    return undefined;
  } catch (error) {
    return reasonFor(error).what;
  }
}

/** Free bytes on a folder's disk; undefined if the system does not say. */
export function freeBytes(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
