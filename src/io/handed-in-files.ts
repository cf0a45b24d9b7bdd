import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { codeOf, reasonFor } from './disk-error.js';

/** Deeper folders than these are no folders of results. */
const DEEPEST = 8;

/**
 * The files that are meant: a path to a file is that file, a folder all files in it and below, without hidden ones and
 * without following links to folders. Sorted, each once. Throws an error of one line for a path that cannot be looked at.
 */
export function filesAt(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((one) => filesBelow(path.resolve(one), 0)))];
}

function filesBelow(place: string, depth: number): string[] {
  if (!isFolder(place, depth)) return [place];
  if (depth >= DEEPEST) return [];
  return namesIn(place, depth).flatMap((name) => filesBelow(path.join(place, name), depth + 1));
}

function isFolder(place: string, depth: number): boolean {
  try {
    return (depth === 0 ? statSync(place) : lstatSync(place)).isDirectory();
  } catch (error) {
    if (depth > 0) return false; // reading it says what is wrong
    if (codeOf(error) === 'ENOENT')
      throw new Error(`there is nothing at ${place}: give a file or a folder of results`);
    throw new Error(`could not look at ${place}: ${reasonFor(error).what}`);
  }
}

function namesIn(folder: string, depth: number): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    if (depth > 0) return [];
    throw new Error(`could not look into ${folder}: ${reasonFor(error).what}`);
  }
}

/**
 * A file's text, be it UTF-8 or, as Windows may save it, UTF-16 with its mark.
 * @param largest in bytes; a larger file is not read
 * @returns the text, or why there is none, as the end of a sentence
 */
export function textOf(file: string, largest: number): string | { readonly refused: string } {
  try {
    const about = statSync(file);
    if (!about.isFile()) return { refused: 'is no file' };
    if (about.size > largest)
      return { refused: `is too large for a result: ${about.size} bytes, and not read` };
    return decoded(readFileSync(file));
  } catch (error) {
    return { refused: `could not be read: ${reasonFor(error).what}` };
  }
}

function decoded(bytes: Buffer): string | { readonly refused: string } {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { refused: 'is no text' };
  }
}
