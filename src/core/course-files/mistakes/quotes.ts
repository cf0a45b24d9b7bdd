import { fieldNames } from '../schema/field-names.js';
import { type CourseLine, goingOn, TEXT_MARK } from './line.js';
import {
  advice,
  beginning,
  belowMark,
  inQuotes,
  lineToWrite,
  type Mistake,
  type MistakeRule,
  oneLine,
} from './mistake.js';

const CLOSED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;

/** A text that begins with a quotation mark, and goes on after the next one or has no second one. */
export const quotationMarks: MistakeRule = (lines, row) => {
  const line = lines[row];
  const mark = line?.value[0];
  if (!line || (mark !== '"' && mark !== "'")) return [];
  const closed = CLOSED.exec(line.value)?.[0];
  if (closed === undefined) return [notClosed(line, row)];
  const rest = line.value.slice(closed.length);
  if (/^\s*(?:$|\s#)/.test(rest)) return [];
  const column = line.valueAt + closed.length;
  const message = `this text ends at its second quotation mark, and ${lineToWrite(shortened(rest))} comes after it: ${belowMark(beginning(line))}`;
  const below = goingOn(lines, row);
  const text = [line.value, ...below.map((at) => lines[at]?.text.trim())].join(' ');
  return [
    {
      row,
      column,
      message,
      repairs: new Map([[row, inQuotes(line, text)], ...below.map((at) => [at, ''] as const)]),
    },
  ];
};

const shortened = (rest: string): string =>
  rest.trim().length > 30 ? `${rest.trim().slice(0, 29)}…` : rest;

function notClosed(line: CourseLine, row: number): Mistake {
  const text = line.value.slice(1);
  return {
    row,
    column: line.valueAt,
    message: `the quotation mark before this text is not closed: ${advice(beginning(line), text)}`,
    repairs: new Map([[row, inQuotes(line, text)]]),
  };
}

/** A text with a `#` after a space, which goes on in the next line. */
export const hashInText: MistakeRule = (lines, row) => {
  const line = lines[row];
  const below = goingOn(lines, row);
  const hash = line?.value.search(/\s#/) ?? -1;
  if (!line || hash < 0 || below.length === 0) return [];
  const text = [line.value, ...below.map((at) => lines[at]?.text.trim())].join(' ');
  return [
    {
      row,
      column: line.valueAt + hash + 1,
      message: `this text cannot go on in the next line, because '#' after a space begins a comment: ${belowMark(beginning(line))}`,
      repairs: new Map([[row, inQuotes(line, text)], ...below.map((at) => [at, ''] as const)]),
    },
  ];
};

/** Signs that only look like `>-`, and a text next to it instead of below. */
export const textMark: MistakeRule = (lines, row) => {
  const line = lines[row];
  const [, mark, text = ''] = /^(>\s*[-–—−]|[|>])\s*(.*)$/.exec(line?.value ?? '') ?? [];
  if (!line || mark === undefined || TEXT_MARK.test(line.value)) return [];
  const below = goingOn(lines, row);
  const whole = [text, ...below.map((at) => lines[at]?.text.trim())].join(' ');
  if (text === '' && below.length === 0) return [];
  return [
    {
      row,
      column: line.valueAt,
      message: `a text begins in the line below its mark '>-': ${belowMark(beginning(line))}`,
      repairs: new Map([[row, inQuotes(line, whole)], ...below.map((at) => [at, ''] as const)]),
    },
  ];
};

/** What YAML reads as a sign of its own at the beginning of a text. */
const SIGN = /^(?:[@`%&*!,\]}]|[|>#?-](?=\s)|[|>])/;

/** A text that begins with a sign, such as `@`. */
export const signAtStart: MistakeRule = (lines, row) => {
  const line = lines[row];
  if (!line || TEXT_MARK.test(line.value)) return [];
  const sign = SIGN.exec(line.value)?.[0];
  if (sign === undefined) return [];
  const list = sign === '-' ? listBeside(line, row) : [];
  return [...list, beginsWith(line, row, sign)];
};

/** `claims: - open-at-night`. */
function listBeside({ text, field = '', value, valueAt }: CourseLine, row: number): Mistake[] {
  const item = value.replace(/^-\s+/, '');
  if (!fieldNames().textLists.has(field) || !/^[\w-]+$/.test(item)) return [];
  const why = 'a list next to its field has square brackets, and no dash';
  return [oneLine(row, valueAt, why, `${text.slice(0, valueAt)}[${item}]`)];
}

export const beginsWith = (line: CourseLine, row: number, sign: string): Mistake => ({
  row,
  column: line.valueAt,
  message: `a text that begins with '${sign}' needs quotation marks: ${advice(beginning(line), line.value)}`,
  repairs: new Map([[row, inQuotes(line, line.value)]]),
});
