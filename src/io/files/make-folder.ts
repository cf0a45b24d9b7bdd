import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './disk-error.js';

/**
 * Creates a folder and its missing parents. Throws the system's error. Node's own `recursive` option loops forever if
 * the system reports ENOENT although the parent exists, as under /proc.
 * @param mode permissions of the new folders
 * @returns the outermost folder that was created; undefined if the folder existed
 */
export function makeFolder(folder: string, mode: number): string | undefined {
  const parent = path.dirname(folder);
  try {
    return made(folder, mode);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || parent === folder) throw error;
  }
  const first = makeFolder(parent, mode);
  const last = made(folder, mode);
  return first ?? last;
}

/** @returns undefined if the folder exists, even if another program created it just now */
function made(folder: string, mode: number): string | undefined {
  if (existsSync(folder)) return undefined; // faster than the error below, and each answer asks
  try {
    mkdirSync(folder, { mode });
    return folder;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}
