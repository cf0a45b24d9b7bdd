import type { Problem } from '../course/problem.js';
import { foldedText, plainText } from '../text/sanitize.js';

/** A path in a file's value: names of fields and indexes in lists, outermost first. */
export type Path = readonly (string | number)[];

/** A course file as read, before any check. */
export type CourseFile = {
  /** The name in the folder, such as `ledger.yaml`. */
  readonly name: string;
  /** The parsed YAML; absent if the file could not be read, which is reported elsewhere. */
  readonly value?: unknown;
  /** See `linesWritten`; absent if the file could not be read. */
  readonly lines?: number;
  /** The comments that follow a value without quotation marks on its line. */
  readonly cut?: readonly CutText[];
  /** All comments; those of lines right below one another are one. Reads the text again. */
  readonly comments?: () => readonly Comment[];
  readonly anchors?: readonly Anchor[];
  /** The place, from 1, of a field's name or of an item. If the path is missing, the place of its nearest parent. */
  readonly locate: (path: Path) => { readonly line: number; readonly column: number };
};

/** @param line where it begins, from 1 */
export type Comment = { readonly text: string; readonly line: number };

/** The number of lines that an author writes: those that are neither blank nor a comment. */
export const linesWritten = (text: string): number =>
  text.split(/\r\n|\n|\r/).filter((line) => /^\s*[^\s#]/.test(line)).length;

/** A comment after a value: perhaps the end of a text, which a `#` cuts off. */
export type CutText = {
  readonly path: Path;
  /** With the spaces before it, and with its `#`. */
  readonly comment: string;
  readonly place: { readonly line: number; readonly column: number };
};

/** A word after `&`: to YAML it is the name of a value, and the value does not have it. */
export type Anchor = {
  readonly name: string;
  /** The field of the value; absent for an item of a list. */
  readonly field?: string;
  /** The text after the name; absent if the value is no text. */
  readonly rest?: string;
  readonly place: { readonly line: number; readonly column: number };
};

/** A problem before its line in the file is known. */
export type Fault = {
  readonly path: Path;
  readonly rule: string;
  readonly message: string;
  /** Of an unknown field: the field that is missing, and that has nearly its name. */
  readonly instead?: string;
  /** Of the rest of a text in braces: the field of the text. */
  readonly restOf?: string;
};

export const problemAt = (file: CourseFile, { path, rule, message }: Fault): Problem => ({
  severity: 'error',
  file: plainText(file.name),
  ...file.locate(path),
  rule,
  message: shortened(plainText(message)),
});

/** No message of ours is as long. It may quote many fields of a file. */
const LONGEST_MESSAGE = 2_000;

const shortened = (message: string): string =>
  message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;

/** The rule of a problem with the complete folder. */
export const NO_COURSE = 'no-course';

/** The place of a problem: `ledger.yaml:12:5`. A problem with the folder has no line. */
export const placeText = ({ file, line, column, rule }: Problem): string =>
  rule === NO_COURSE ? file : `${file}:${line}:${column}`;

const LONGEST_QUOTE = 60;

/** Quotes a text from a file in a message: safe for the terminal, on one line, at most 60 characters. */
export function quoted(text: string): string {
  const characters = [...foldedText(text.slice(0, LONGEST_QUOTE * 4))];
  const fits = characters.length <= LONGEST_QUOTE;
  return `'${fits ? characters.join('') : `${characters.slice(0, LONGEST_QUOTE - 1).join('')}…`}'`;
}
