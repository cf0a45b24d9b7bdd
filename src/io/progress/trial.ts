import { accessSync, constants, existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../files/disk-error.js';
import { logFile } from './answer-log.js';

/** Throws the system's error if the log cannot be written. Leaves nothing on the disk. */
export function tryToWrite(folder: string): void {
  try {
    accessSync(logFile(folder), constants.W_OK);
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw error;
    tryToMakeFolder(nearest(folder));
  }
}

/** The new folder has a name of its own, because another program may be making the log's folder. */
function tryToMakeFolder(parent: string): void {
  rmdirSync(mkdtempSync(path.join(parent, '.on-the-record-')));
}

/** The folder itself, or the nearest parent that exists. */
function nearest(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(folder) || parent === folder ? folder : nearest(parent);
}
