import { statSync } from 'node:fs';
import { utf16Encoding } from './decode.js';
import { codeOf, reasonFor } from './disk-error.js';
import { readFile } from './open-file.js';

/** In bytes. A hundred times as much as a long news story. */
const LARGEST = 1_000_000;

/**
 * Reads a news story as UTF-8 or, with a byte order mark, UTF-16. Throws an Error that says in one line what is wrong and
 * what to do.
 * @param onlyUtf8 whether it must be UTF-8
 */
export function readStory(file: string, onlyUtf8 = false): string {
  const bytes = bytesOf(file);
  const encoding = utf16Encoding(bytes);
  if (onlyUtf8 && encoding) throw new Error(`${file} is in UTF-16: save it as UTF-8`);
  if (encoding === undefined && bytes.includes(0))
    throw new Error(`${file} is not plain text: save the story as plain text`);
  const text = decodedOr(bytes, encoding ?? 'utf-8');
  if (text === undefined) throw new Error(`${file} is not in UTF-8: save it as UTF-8`);
  if (text.trim() === '') throw new Error(`${file} has no text: copy the story into it`);
  return text;
}

function bytesOf(file: string): Buffer {
  try {
    if (statSync(file).size > LARGEST)
      throw new Error(`${file} is larger than 1 MB: give the text of one news story`);
    return readFile(file);
  } catch (error) {
    throw codeOf(error) === '' ? error : new Error(reasonText(file, error));
  }
}

function reasonText(file: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return `there is no file ${file}: give the path of the story`;
  if (code === 'EISDIR') return `${file} is a folder: give the path of a file`;
  if (code === 'ENXIO') return `${file} is a device or a pipe: give the path of a file`;
  return `could not read ${file}: ${reasonFor(error).what}`;
}

function decodedOr(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
