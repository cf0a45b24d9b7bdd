import type { Problem } from '../course/problem.js';
import { foldedText, plainText } from '../text/sanitize.js';

/** Where in a file's value something is: names of fields and positions in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** A course file as read, before anything is known of it. */
export type CourseFile = {
  /** Its name within the folder, such as `ledger.yaml`. */
  readonly name: string;
  /** What the YAML says; absent when the file could not be read, which is reported elsewhere. */
  readonly value?: unknown;
  /** The place, from 1, of a field's name or of an item; of the nearest thing around it when there is no such field. */
  readonly locate: (path: Path) => { readonly line: number; readonly column: number };
};

/** A mistake before it has its place in a file. */
export type Fault = { readonly path: Path; readonly rule: string; readonly message: string };

export const problemAt = (file: CourseFile, { path, rule, message }: Fault): Problem => ({
  severity: 'error',
  file: plainText(file.name),
  ...file.locate(path),
  rule,
  message,
});

/** The rule of a problem with the folder as a whole. */
export const NO_COURSE = 'no-course';

/** Where a problem is: `ledger.yaml:12:5`. What is wrong with the folder has no line. */
export const placeText = ({ file, line, column, rule }: Problem): string =>
  rule === NO_COURSE ? file : `${file}:${line}:${column}`;

const LONGEST_QUOTE = 60;

/** Words of an author or of a file, to stand in a message: safe, on one line, and not too long. */
export function quoted(text: string): string {
  const letters = [...foldedText(text.slice(0, LONGEST_QUOTE * 4))];
  const whole = letters.length <= LONGEST_QUOTE;
  return `'${whole ? letters.join('') : `${letters.slice(0, LONGEST_QUOTE - 1).join('')}…`}'`;
}
