import { statSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { readFile } from '../files/open-file.js';

/** A larger file is not a course file. In bytes. */
const LARGEST = 1_000_000;

/** Reads single lines of a folder's files, safe for a terminal. Lines count from 1; undefined if the line does not exist. */
export function sourceLines(folder: string): (file: string, line: number) => string | undefined {
  const linesOf = new Map<string, readonly string[]>();
  let last: { readonly text: string; readonly plain: string } | undefined;
  return (file, line) => {
    const lines = linesOf.get(file) ?? linesIn(path.join(folder, file));
    linesOf.set(file, lines);
    const text = lines[line - 1];
    if (text === undefined) return undefined;
    // All problems of a file can be in one long line.
    if (last?.text !== text) last = { text, plain: plainText(text) };
    return last.plain;
  };
}

function linesIn(file: string): readonly string[] {
  try {
    const { size } = statSync(file);
    return size > LARGEST
      ? []
      : readFile(file)
          .toString()
          .split(/\r\n|\n|\r/);
  } catch {
    return [];
  }
}
