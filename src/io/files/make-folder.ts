import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './disk-error.js';

/**
 * Makes a folder and those it stands in, step by step: Node's own way loops forever where the system denies a folder
 * that is there, as it does under /proc.
 * @param mode the rights of the folders made
 * @returns the first folder that was made; nothing when all were there. Throws what the system says
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

/** @returns nothing when it was there, be it made by another program just now */
function made(folder: string, mode: number): string | undefined {
  try {
    mkdirSync(folder, { mode });
    return folder;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}
