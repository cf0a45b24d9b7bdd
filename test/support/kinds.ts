import { fileURLToPath } from 'node:url';
import { type ReadFile, readYaml } from '../../src/io/course/read-yaml.js';
import { textsIn } from './night-library.js';

/** The folder of a small course of format 2 with every kind of question, without problems. */
const KINDS_COURSE = fileURLToPath(new URL('../fixtures/courses/kinds', import.meta.url));

const TEXTS = textsIn(KINDS_COURSE);

/** A change of words in a file of the course. */
export type Edit = readonly [file: string, from: string, to: string];

/** The files of the course after some edits. Throws if a file does not contain the words. */
export function kindsFiles(...edits: readonly Edit[]) {
  const texts = new Map(TEXTS);
  for (const [name, from, to] of edits) {
    const text = texts.get(name) ?? '';
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    texts.set(
      name,
      text.replace(from, () => to),
    );
  }
  const read: readonly ReadFile[] = [...texts].map(([name, text]) => readYaml(name, text));
  return {
    files: read.map(({ file }) => file),
    unread: read.flatMap(({ problems }) => problems),
  };
}
