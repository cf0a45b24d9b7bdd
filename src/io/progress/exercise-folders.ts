import { readdirSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../files/disk-error.js';

/** The folder of a course's exercises, separate from the progress in its lessons. */
export const workshopsFolder = (dataFolder: string, course: string): string =>
  path.join(dataFolder, 'workshops', course);

export const attemptFolder = (workshops: string, code: string, person: string): string =>
  path.join(workshops, `${code}-${person}`);

/** The folders of all people's attempts at a room's exercise. Throws the system's error if `workshops` cannot be read. */
export function attemptFolders(workshops: string, code: string): string[] {
  try {
    return readdirSync(workshops)
      .filter((name) => name.startsWith(`${code}-`))
      .sort()
      .map((name) => path.join(workshops, name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
