import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { utf16Encoding } from './decode.js';
import { reasonFor } from './disk-error.js';
import { readFile } from './open-file.js';

/** Folders of submissions are not nested more deeply than this. */
const DEEPEST = 8;

/** A submitted file, or a path that was rejected, with the reason. */
export type SubmittedFile = { readonly file: string; readonly rejected?: string };

/** What messages call a submitted file, such as "a result", and what they ask for. */
export type SubmissionWords = { readonly one: string; readonly asked: string };

/**
 * The files at the paths: each file itself, and for each folder all files in it and its subfolders, sorted, each once.
 * Skips hidden files, and links to folders. Throws an Error with one line for a missing path.
 * @param isSkipped whether a folder's file or subfolder of this name is left out
 */
export function filesAt(
  paths: readonly string[],
  { asked }: SubmissionWords,
  isSkipped: (name: string) => boolean = () => false,
): SubmittedFile[] {
  const isLeft = (name: string): boolean => !name.startsWith('.') && !isSkipped(name);
  const files = paths.flatMap((name) => {
    const place = path.resolve(name);
    if (!existsSync(place)) throw new Error(`there is nothing at ${place}: give ${asked}`);
    return filesBelow(place, 0, isLeft);
  });
  return [...new Map(files.map((file) => [file.file, file])).values()];
}

function filesBelow(
  place: string,
  depth: number,
  isLeft: (name: string) => boolean,
): SubmittedFile[] {
  try {
    if (!(depth === 0 ? statSync(place) : lstatSync(place)).isDirectory()) return [{ file: place }];
    if (depth >= DEEPEST)
      return [{ file: place, rejected: `is more than ${DEEPEST} folders deep: give its path` }];
    const names = readdirSync(place).filter(isLeft);
    return names.sort().flatMap((name) => filesBelow(path.join(place, name), depth + 1, isLeft));
  } catch (error) {
    return [{ file: place, rejected: `could not be opened: ${reasonFor(error).what}` }];
  }
}

/**
 * Reads a file as UTF-8 or, as Windows may save it, as UTF-16 with a byte order mark or as windows-1252.
 * @param largest in bytes; a larger file is rejected
 * @param one what it should be, such as "a result"
 * @returns the text, or the reason why it was rejected, as the end of a sentence
 */
export function textOf(
  file: string,
  largest: number,
  { one }: SubmissionWords,
): string | { readonly rejected: string } {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return { rejected: 'is not a file' };
    if (stats.size > largest)
      return { rejected: `is too large for ${one} and was not read: ${stats.size} bytes` };
    return guessed(readFile(file));
  } catch (error) {
    return { rejected: `could not be read: ${reasonFor(error).what}` };
  }
}

/** A file that is not UTF-8 may come from an older Windows. */
function guessed(bytes: Buffer): string | { readonly rejected: string } {
  const utf16 = utf16Encoding(bytes);
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'windows-1252'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!NO_TEXT.test(text)) return text;
    } catch {
      // try the next encoding
    }
  return { rejected: 'is not a text file' };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a file with control characters is not text
const NO_TEXT = /[\0-\x08\x0e-\x1a]/;
