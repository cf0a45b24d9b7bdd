import { statSync } from 'node:fs';
import { utf16Encoding } from './decode.js';
import { codeOf, reasonFor } from './disk-error.js';
import { readFile } from './open-file.js';

/**
 * Reads a text in UTF-8. Throws an Error that says in one line what is wrong with the file and what to do.
 * @param file also named in the message @param largest in bytes
 */
export function readPlainText(file: string, largest: number): string {
  const bytes = bytesOf(file, largest);
  if (utf16Encoding(bytes)) throw new Error(`${file} is in UTF-16: save it as UTF-8`);
  if (bytes.includes(0)) throw new Error(`${file} is not a text: save the story as plain text`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not in UTF-8: save it as UTF-8`);
  }
}

function bytesOf(file: string, largest: number): Buffer {
  try {
    const { size } = statSync(file);
    if (size > largest)
      throw new Error(
        `${file} is larger than ${largest / 1000} kB, and no story is: give the text of one story`,
      );
    return readFile(file);
  } catch (error) {
    throw codeOf(error) === '' ? error : new Error(refusal(file, error));
  }
}

function refusal(file: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return `there is no file ${file}: give the path of a story`;
    case 'EISDIR':
      return `${file} is a folder: give the path of a text file`;
    case 'ENXIO':
      return `${file} is a device or a pipe: give the path of a text file`;
    default:
      return `could not read ${file}: ${reasonFor(error).what}`;
  }
}
