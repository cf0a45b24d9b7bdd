import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ReadFile, readYaml } from '../../src/io/course/read-yaml.js';

/** The folder of a small course without problems. */
export const NIGHT_LIBRARY = fileURLToPath(
  new URL('../fixtures/courses/night-library', import.meta.url),
);

/** The texts of its files by name. */
export const TEXTS: ReadonlyMap<string, string> = textsIn(NIGHT_LIBRARY);

const FILES = new Map([...TEXTS].map(([name, text]) => [name, readYaml(name, text)]));

export function textsIn(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** The files of the course with some replaced, added or (with undefined) removed, as the folder reader returns them. */
export function withFiles(changes: ReadonlyMap<string, string | undefined>) {
  const read = new Map<string, ReadFile>(FILES);
  for (const [name, text] of changes) {
    if (text === undefined) read.delete(name);
    else read.set(name, readYaml(name, text));
  }
  const inOrder = [...read.keys()].sort().flatMap((name) => read.get(name) ?? []);
  return {
    files: inOrder.map(({ file }) => file),
    unread: inOrder.flatMap(({ problems }) => problems),
  };
}

/** The text of a file with some words replaced. Throws if the file does not contain the words. */
export function replaced(name: string, from: string, to: string): string {
  const text = TEXTS.get(name) ?? '';
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  return text.replace(from, to);
}
