import { plainText } from '../../text/sanitize.js';
import type { CourseLine } from './line.js';

/** A mistake in the lines of a file, with lines that would be right. Rows and columns count from 0. */
export type Mistake = {
  readonly row: number;
  readonly column: number;
  /** What is wrong, and the corrected line. */
  readonly message: string;
  /** The corrected lines by row. */
  readonly repairs: ReadonlyMap<number, string>;
};

/** Finds what could be wrong in a line. Whether it is, shows when the repaired file is parsed. */
export type MistakeRule = (lines: readonly CourseLine[], row: number) => readonly Mistake[];

const LONGEST_LINE = 100;

/** A line for a message, without indentation. */
export function lineToWrite(text: string): string {
  const characters = [...plainText(text).trim()];
  const fits = characters.length <= LONGEST_LINE;
  return `'${fits ? characters.join('') : `${characters.slice(0, LONGEST_LINE - 1).join('')}…`}'`;
}

/** A line for a mistake that is corrected in this line alone. */
export const oneLine = (row: number, column: number, why: string, repaired: string): Mistake => ({
  row,
  column,
  message: `${why}: write ${lineToWrite(repaired)}`,
  repairs: new Map([[row, repaired]]),
});

/** How a field or an item begins, and the column for a text below it. */
type Beginning = { readonly head: string; readonly indent: number };

/** The beginning of a line without its value. */
export const beginning = ({ text, indent, field, at, valueAt }: CourseLine): Beginning => ({
  head: text.slice(indent, valueAt).trimEnd(),
  indent: (field === undefined ? indent : at) + 2,
});

/** How to write a text: in quotation marks, or below `>-` if it is long or has such marks itself. */
export function advice(line: Beginning, text: string): string {
  const quoted = `${line.head} "${text}"`.trim();
  return quoted.length <= LONGEST_LINE && !/["\\]/.test(text)
    ? `write ${lineToWrite(quoted)}`
    : belowMark(line);
}

/** Says how to write a text that needs no quotation marks. */
export const belowMark = ({ head, indent }: Beginning): string =>
  `write ${lineToWrite(`${head} >-`)}, and below it the text, indented by ${indent} spaces`;

/** The line with a text that the parser takes as it is. */
export const inQuotes = ({ text, valueAt }: CourseLine, value: string): string =>
  `${text.slice(0, valueAt)}${JSON.stringify(value)}`;
