import { renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { decoded } from './decode.js';
import { codeOf, reasonFor } from './disk-error.js';
import { followed, otherNames, otherNamesText } from './follow-link.js';
import { readFile } from './open-file.js';

/**
 * Reads a file as UTF-8 or, with a byte order mark, UTF-16. Throws an Error that says in one line what is wrong and what
 * to do.
 * @param largest in bytes
 */
export function readTextFile(file: string, largest: number): string {
  try {
    const { size } = statSync(file);
    if (size > largest)
      throw new Error(`${file} has ${size} bytes, too many for an export: give an exported file`);
    return decoded(readFile(file));
  } catch (error) {
    throw codeOf(error) === '' ? error : new Error(refusal('read', file, error));
  }
}

/**
 * Writes a complete file or nothing: first a temporary file in the same folder, then a rename. Follows links. Throws an
 * Error that says in one line what is wrong and what to do.
 * @param mayReplace whether an existing file with this text may be replaced
 * @param mode the file's permissions; by default only the user may read it
 * @returns a sentence for the learner if hard links keep the earlier text, else an empty text
 */
export function writeTextFile(
  file: string,
  text: string,
  mayReplace: (existing: string) => boolean,
  mode = 0o600,
): string {
  let temporary: string | undefined;
  try {
    const place = followed(file);
    const existing = textIfThere(place);
    if (existing !== undefined && !mayReplace(existing))
      throw new Error(
        `${file} already has other content, so it was not changed: give another name`,
      );
    const kept = otherNamesText(otherNames(place), file, 'the earlier text');
    // Programs in different containers can have the same process id.
    temporary = `${place}.${process.pid}-${Date.now()}.part`;
    writeFileSync(temporary, text, { mode, flag: 'wx' });
    renameSync(temporary, place);
    return kept;
  } catch (error) {
    // A file that was there before belongs to another program.
    if (temporary !== undefined && codeOf(error) !== 'EEXIST') removeQuietly(temporary);
    throw codeOf(error) === '' ? error : new Error(refusal('write', file, error));
  }
}

function removeQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch {} // usually the file does not exist, and the first error is the one to report
}

function textIfThere(file: string): string | undefined {
  try {
    return decoded(readFile(file));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function refusal(action: 'read' | 'write', file: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT')
    return action === 'read'
      ? `there is no file ${file}: give the path of an exported file`
      : `there is no folder for ${file}: make the folder first`;
  if (code === 'EISDIR') return `${file} is a folder: give the path of a file`;
  if (code === 'ENXIO') return `${file} is a device or a pipe: give the path of a file`;
  const reason = reasonFor(error).what;
  return `could not ${action} ${file}: ${reason}`;
}
