import { readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { decoded } from './decode.js';
import { codeOf, reasonFor } from './disk-error.js';

/**
 * Reads a file as UTF-8 or, with a byte order mark, UTF-16. Throws an Error that says in one line what is wrong and what
 * to do.
 * @param largest in bytes
 */
export function readTextFile(file: string, largest: number): string {
  try {
    const { size } = fileAt(file);
    if (size > largest) throw new Error(`${file} is too large to be an export: ${size} bytes`);
    return decoded(readFileSync(file));
  } catch (error) {
    throw codeOf(error) === '' ? error : new Error(refusal('read', file, error));
  }
}

/**
 * Writes a complete file or nothing: first a temporary file in the same folder, then a rename. Throws an Error that says
 * in one line what is wrong and what to do.
 * @param mayReplace whether an existing file with this text may be replaced
 * @param mode the file's permissions; by default only the user may read it
 */
export function writeTextFile(
  file: string,
  text: string,
  mayReplace: (existing: string) => boolean,
  mode = 0o600,
): void {
  const temporary = `${file}.${process.pid}.part`;
  try {
    const existing = textIfThere(file);
    if (existing !== undefined && !mayReplace(existing))
      throw new Error(`${file} is something else and is left as it is: give another name`);
    writeFileSync(temporary, text, { mode, flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw codeOf(error) === '' ? error : new Error(refusal('write', file, error));
  }
}

/** Rejects pipes, which may never send data, and devices, which may never end. Reading a folder fails by itself. */
function fileAt(file: string): Stats {
  const stats = statSync(file);
  if (!stats.isFile() && !stats.isDirectory())
    throw new Error(`${file} is a device or a pipe: give the path of a file`);
  return stats;
}

function textIfThere(file: string): string | undefined {
  try {
    fileAt(file);
    return decoded(readFileSync(file));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function refusal(action: 'read' | 'write', file: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT')
    return action === 'read'
      ? `there is no file ${file}: give the path of one that was exported`
      : `there is no folder for ${file}: make it first`;
  if (code === 'EISDIR') return `${file} is a folder: give the path of a file`;
  const reason = reasonFor(error).what;
  return `could not ${action} ${file}: ${reason}`;
}
