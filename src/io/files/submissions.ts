import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { reasonFor } from './disk-error.js';

/** Deeper folders than these are no folders of results. */
const DEEPEST = 8;

/** A file that is meant, or a folder that cannot be looked into, and why. */
export type Meant = { readonly file: string; readonly rejected?: string };

/**
 * The files that are meant: a path to a file is that file, a folder all files in it and below, without hidden ones and
 * without following links to folders. Sorted, each once. Throws an error of one line for a path that is not there.
 */
export function filesAt(paths: readonly string[]): Meant[] {
  const all = paths.flatMap((one) => {
    const place = path.resolve(one);
    if (!existsSync(place))
      throw new Error(`there is nothing at ${place}: give a file or a folder of results`);
    return filesBelow(place, 0);
  });
  return [...new Map(all.map((one) => [one.file, one])).values()];
}

function filesBelow(place: string, depth: number): Meant[] {
  try {
    if (!(depth === 0 ? statSync(place) : lstatSync(place)).isDirectory()) return [{ file: place }];
    if (depth >= DEEPEST) return [{ file: place, rejected: 'lies too deep: give its path' }];
    const names = readdirSync(place).filter((name) => !name.startsWith('.'));
    return names.sort().flatMap((name) => filesBelow(path.join(place, name), depth + 1));
  } catch (error) {
    return [{ file: place, rejected: `could not be looked into: ${reasonFor(error).what}` }];
  }
}

/**
 * A file's text, be it UTF-8 or, as Windows may save it, UTF-16 with its mark or a code page.
 * @param largest in bytes; a larger file is not read
 * @returns the text, or why there is none, as the end of a sentence
 */
export function textOf(file: string, largest: number): string | { readonly rejected: string } {
  try {
    const about = statSync(file);
    if (!about.isFile()) return { rejected: 'is no file' };
    if (about.size > largest)
      return { rejected: `is too large for a result: ${about.size} bytes, and not read` };
    return decoded(readFileSync(file));
  } catch (error) {
    return { rejected: `could not be read: ${reasonFor(error).what}` };
  }
}

/** What is not UTF-8 may be of an older Windows, as long as it is text. */
function decoded(bytes: Buffer): string | { readonly rejected: string } {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of isWide ? ['utf-16le'] : ['utf-8', 'windows-1252'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!NO_TEXT.test(text)) return text;
    } catch {
      // in the next
    }
  return { rejected: 'is no text' };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: files that hold them are no text
const NO_TEXT = /[\0-\x08\x0e-\x1a]/;
