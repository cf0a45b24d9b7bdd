import { fieldNames } from '../schema/field-names.js';
import { type CourseLine, goingOn, TEXT_MARK } from './line.js';
import { advice, beginning, inQuotes, type MistakeRule, oneLine } from './mistake.js';

const isField = (name: string | undefined): name is string =>
  name !== undefined && fieldNames().all.has(name);

const GLUED = /^(\s*(?:- +)*)(\w+):([^\s:].*)$/;

/** `skill:demand`. */
export const missingSpace: MistakeRule = (lines, row) => {
  const [, before = '', name, value = ''] = GLUED.exec(lines[row]?.text ?? '') ?? [];
  if (!isField(name)) return [];
  const column = before.length + name.length + 1;
  return [oneLine(row, column, 'a space is missing after the colon', `${before}${name}: ${value}`)];
};

const WITHOUT_COLON = /^(\s*(?:- +)*)(\w+)(?:\s*[=：;][ \t]*|[ \t]+|$)(.*)$/;

/** `skill demand`, and signs that only look like a colon. */
export const missingColon: MistakeRule = (lines, row) => {
  const [, before = '', name, value = ''] = WITHOUT_COLON.exec(lines[row]?.text ?? '') ?? [];
  if (!isField(name) || lines[row]?.field !== undefined) return [];
  const column = before.length + name.length;
  const repaired = `${before}${name}: ${value}`;
  return [oneLine(row, column, `there is no colon after '${name}'`, repaired)];
};

/** `text: Ferries: until dawn`, in the line itself or where the text goes on. */
export const colonInText: MistakeRule = (lines, row) => {
  const line = lines[row];
  if (!line || line.value === '' || /^[[{]/.test(line.value) || TEXT_MARK.test(line.value))
    return [];
  const rows = [row, ...goingOn(lines, row)];
  const place = rows
    .map((at) => ({ at, column: colonIn(lines[at] as CourseLine, at === row ? line.valueAt : 0) }))
    .find(({ column }) => column >= 0);
  if (!place) return [];
  const text = [line.value, ...rows.slice(1).map((at) => lines[at]?.text.trim())].join(' ');
  return [
    {
      row: place.at,
      column: place.column,
      message: `a text with a colon and a space needs quotation marks: ${advice(beginning(line), text)}`,
      repairs: new Map(rows.map((at) => [at, at === row ? inQuotes(line, text) : ''])),
    },
  ];
};

function colonIn({ text }: CourseLine, from: number): number {
  const found = text.slice(from).search(/:(?=\s|$)/);
  return found < 0 ? -1 : from + found;
}
