import type { Problem } from '../course/problem.js';
import { type CourseFile, type Path, problemAt } from '../course-files/course-file.js';
import { textsIn } from '../course-files/parse-course.js';

/** In characters. About ten times as many as the longest text of each sort in the shipped courses. */
const LONGEST_NAME = 300;
const LONGEST_TEXT = 3_000;

/** The fields whose texts are names or headings. They share a row with other texts. */
const NAMES = ['title', 'section', 'name', 'side', 'speaksFor', 'actor', 'target'];

/** The most characters that a text of a course may have, by its field. */
export const LONGEST: readonly { readonly fields: string; readonly most: number }[] = [
  { fields: NAMES.map((name) => `\`${name}\``).join(', '), most: LONGEST_NAME },
  { fields: 'every other text', most: LONGEST_TEXT },
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

function longTextsIn(value: unknown) {
  return textsIn(value, []).flatMap(({ text, path }) => {
    const most = longestAt(path);
    if (text.length <= most) return [];
    const characters = [...text].length;
    return characters > most ? [{ path, characters, most }] : [];
  });
}

function longestAt(path: Path): number {
  const field = path.findLast((part) => typeof part === 'string') ?? '';
  return NAMES.includes(field) ? LONGEST_NAME : LONGEST_TEXT;
}
