import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changedAt, type JsonPath, leavesOf } from '../../support/json-leaves.js';
import { filesOf, type Values } from '../files/hostile-courses.js';
import type { Giant } from './giant-texts.js';

/** Small, with all kinds of fields in its first lesson. */
const COURSE = 'swing-bridge';

const FILES: Values = filesOf(COURSE);

/** A place of a text in a course: the file's name, and the path in it. */
type Place = { readonly file: string; readonly path: JsonPath };

/** Texts that people read, each at its first place. Ids and words of a fixed list are not texts. */
const FIELDS: readonly (readonly [file: string, field: string])[] = [
  ['course.yaml', 'title'],
  ['course.yaml', 'about'],
  ['the-story.yaml', 'title'],
  ['the-story.yaml', 'goal'],
  ['the-story.yaml', 'lookFor'],
  ['the-story.yaml', 'stem'],
  ['the-story.yaml', 'truth'],
  ['the-story.yaml', 'hint'],
  ['the-story.yaml', 'text'],
  ['the-story.yaml', 'feedback'],
  ['the-story.yaml', 'sentence'],
  ['the-story.yaml', 'says'],
  ['the-story.yaml', 'statement'],
  ['from-memory.yaml', 'soFar'],
  ['passages.yaml', 'section'],
  ['passages.yaml', 'text'],
  ['sources.yaml', 'name'],
  ['sources.yaml', 'role'],
  ['sources.yaml', 'side'],
  ['sources.yaml', 'speaksFor'],
  ['ledger.yaml', 'actor'],
  ['ledger.yaml', 'target'],
  ['ledger.yaml', 'content'],
  ['ledger.yaml', 'said'],
  ['ledger.yaml', 'value'],
];

export const PLACES: readonly Place[] = FIELDS.map(([file, field]) => {
  const value = FILES.find(({ name }) => name === file)?.value;
  const found = leavesOf(value).find((at) => at.findLast((part) => !/^\d+$/.test(part)) === field);
  if (!found) throw new Error(`${file} has no ${field}`);
  return { file, path: found };
});

/** Stands in the JSON until the giant text takes its place, which JSON could not hold in every form. */
const MARK = 'giant-text-here';

/** Writes a course with a giant text at one place, before the text that was there. */
export function writeGiantCourse(folder: string, place: Place, giant: Giant): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, value } of FILES) {
    const text = name === place.file ? giantFile(value, place.path, giant) : JSON.stringify(value);
    writeFileSync(path.join(folder, name), text);
  }
}

function giantFile(value: unknown, at: JsonPath, { before }: Giant): string {
  let old = '';
  const marked = changedAt(value, at, (text) => {
    old = String(text);
    return MARK;
  });
  return JSON.stringify(marked).replace(JSON.stringify(MARK), () => before(old));
}
