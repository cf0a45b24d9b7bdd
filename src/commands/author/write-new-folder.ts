import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { writeFolder } from '../../io/files/write-folder.js';
import { UserError } from '../errors.js';

/** Writes all files into a folder that is empty or new, or none of them. Throws a UserError. */
export function writeNewFolder(place: string, files: ReadonlyMap<string, string>): void {
  if (place === '') throw new UserError('the name of the folder is empty: give the folder a name');
  try {
    writeFolder(path.resolve(place), files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `nothing was written to ${plainText(place)}: ${plainText(reason)}; name a new folder`;
    throw new UserError(message);
  }
}
