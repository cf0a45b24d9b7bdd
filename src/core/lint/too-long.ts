import type { Problem } from '../course/problem.js';
import { type CourseFile, type Path, problemAt } from '../course-files/course-file.js';
import { isTodo } from '../course-files/todo/todo.js';
import { isRecord } from '../json-shape.js';

/** In characters. About ten times as many as the longest text of each sort in the shipped courses. */
const LONGEST_NAME = 300;
const LONGEST_TEXT = 3_000;

/** The fields whose texts are names or headings. They share a row with other texts. */
const NAMES = ['title', 'section', 'name', 'side', 'speaksFor', 'actor', 'target', 'headings'];

/** The most characters that a text of a course may have, by its field. */
export const LONGEST: readonly { readonly fields: string; readonly most: number }[] = [
  { fields: NAMES.map((name) => `\`${name}\``).join(', '), most: LONGEST_NAME },
  { fields: 'all other texts', most: LONGEST_TEXT },
];

export const TOO_LONG = 'too-long';

/** An error for each text that is too long. It does not stop a course from opening, and no waiver hides it. */
export const tooLongProblems = (files: readonly CourseFile[]): Problem[] =>
  files.flatMap((file) =>
    longTextsIn(file.value).map(({ path, characters, most }) => {
      const message = `this text has ${characters} characters: shorten it to ${most} or fewer`;
      return problemAt(file, { path, rule: TOO_LONG, message });
    }),
  );

/** Whether any text in the value is too long. The rules of item writing would take long to judge it. */
export const isTooLong = (value: unknown): boolean => longTextsIn(value).length > 0;

type LongText = { readonly path: Path; readonly characters: number; readonly most: number };

/** @param most the most characters of a text here */
function longTextsIn(value: unknown, most = LONGEST_TEXT): LongText[] {
  if (isTodo(value)) return []; // not written yet
  if (typeof value === 'string') {
    const characters = value.length > most ? [...value].length : 0;
    return characters > most ? [{ path: [], characters, most }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => within(i, longTextsIn(item, most)));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    within(name, longTextsIn(field, NAMES.includes(name) ? LONGEST_NAME : most)),
  );
}

const within = (part: string | number, texts: readonly LongText[]): LongText[] =>
  texts.map((text) => ({ ...text, path: [part, ...text.path] }));
