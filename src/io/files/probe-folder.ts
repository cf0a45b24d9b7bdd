import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reasonFor } from './disk-error.js';
import { makeFolder } from './make-folder.js';

/**
 * Whether a file can be made in a folder, by making one and deleting it; the folder is made where it is missing.
 * @returns nothing when it can, else why not
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

/** Free bytes where a folder is; nothing where the system does not tell. */
export function freeBytes(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
