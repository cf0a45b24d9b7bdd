import { readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { codeOf, reasonFor } from './disk-error.js';

/**
 * A file's text. Throws an error that says in one line what is wrong and what to do.
 * @param largest in bytes
 */
export function readTextFile(file: string, largest: number): string {
  try {
    const { size } = fileAt(file);
    if (size > largest) throw new Error(`${file} is too large to be an export: ${size} bytes`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw codeOf(error) === '' ? error : new Error(refusal('read', file, error));
  }
}

/**
 * Writes a file as a whole or not at all, beside its place first. What is there already is kept, unless it may be
 * replaced. Throws an error that says in one line what is wrong and what to do.
 * @param mayReplace whether a file with this text may go
 * @param mode the file's rights: for its writer alone, unless it is to be handed in
 */
export function writeTextFile(
  file: string,
  text: string,
  mayReplace: (there: string) => boolean,
  mode = 0o600,
): void {
  const draft = `${file}.${process.pid}.part`;
  try {
    const there = textIfThere(file);
    if (there !== undefined && !mayReplace(there))
      throw new Error(`${file} is something else and is left as it is: give another name`);
    writeFileSync(draft, text, { mode, flag: 'wx' });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw codeOf(error) === '' ? error : new Error(refusal('write', file, error));
  }
}

/** A pipe would be waited for, and some devices have no end. A folder is told of by the system. */
function fileAt(file: string): Stats {
  const about = statSync(file);
  if (!about.isFile() && !about.isDirectory())
    throw new Error(`${file} is a device or a pipe: give the path of a file`);
  return about;
}

function textIfThere(file: string): string | undefined {
  try {
    fileAt(file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function refusal(what: 'read' | 'write', file: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT')
    return what === 'read'
      ? `there is no file ${file}: give the path of one that was exported`
      : `there is no folder for ${file}: make it first`;
  if (code === 'EISDIR') return `${file} is a folder: give the path of a file`;
  const reason = reasonFor(error).what;
  return `could not ${what} ${file}: ${reason}`;
}
