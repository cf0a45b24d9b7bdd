import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';

/** Larger files are none of a course, and are not read for a line of them. */
const LARGEST = 1_000_000;

/** The lines of the files of a folder, from 1, safe for a terminal; nothing where there is no such line. */
export function sourceLines(folder: string): (file: string, line: number) => string | undefined {
  const held = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = held.get(file) ?? linesIn(path.join(folder, file));
    held.set(file, lines);
    const text = lines[line - 1];
    return text === undefined ? undefined : plainText(text);
  };
}

function linesIn(file: string): readonly string[] {
  try {
    const { size } = statSync(file);
    return size > LARGEST ? [] : readFileSync(file, 'utf8').split(/\r\n|\n|\r/);
  } catch {
    return [];
  }
}
