import { fieldNames } from '../schema/field-names.js';

/** A line of a course file, as far as it can be understood without its neighbours. Columns count from 0. */
export type CourseLine = {
  readonly text: string;
  /** Empty, a comment, or a line of the text below `>-`. */
  readonly isSkipped: boolean;
  /** Where its dash is, or else its first character. */
  readonly indent: number;
  readonly hasDash: boolean;
  /** Where its content begins, after dashes. */
  readonly at: number;
  /** The name before a colon. */
  readonly field?: string;
  /** What is after the colon, or after the dashes. */
  readonly value: string;
  readonly valueAt: number;
};

const PARTS = /^(\s*)((?:-[ \t]+)*)((?:"?\w+"?[ \t]*:(?=[ \t]|$)[ \t]*)?)(.*)$/u;

/** The mark after which the text begins on the next line. */
export const TEXT_MARK = /^[|>][-+\d]*(?:[ \t]+#.*)?$/;

/** The lines of a file. Breaks are those that the parser knows. */
export function linesOf(text: string): CourseLine[] {
  let below = Number.POSITIVE_INFINITY; // lines indented more than this belong to a text
  return text.split(/\r?\n/).map((raw) => {
    const line = lineOf(raw);
    if (line.isSkipped) return line;
    if (line.indent > below) return { ...line, isSkipped: true };
    below = TEXT_MARK.test(line.value) ? startOf(line) : Number.POSITIVE_INFINITY;
    return line;
  });
}

/** The column of a field's name, or of the dash of an item without fields. */
const startOf = ({ field, at, indent }: CourseLine): number => (field === undefined ? indent : at);

function lineOf(text: string): CourseLine {
  const [, space = '', dashes = '', name = '', value = ''] = PARTS.exec(text.trimEnd()) ?? [];
  const at = space.length + dashes.length;
  const field = /^"?(\w+)/.exec(name)?.[1];
  return {
    text,
    isSkipped: /^\s*(?:#|$)/.test(text),
    indent: space.length,
    hasDash: dashes !== '',
    at,
    ...(field !== undefined && { field }),
    value,
    valueAt: at + name.length,
  };
}

/** Whether the line begins a field that a course can have, or an item of a list. */
export const isStart = ({ hasDash, field }: CourseLine): boolean =>
  hasDash || (field !== undefined && fieldNames().all.has(field));

/** The nearest line above with content, and its row. */
export function contentAbove(lines: readonly CourseLine[], row: number): number {
  let above = row - 1;
  while (above >= 0 && lines[above]?.isSkipped) above -= 1;
  return above;
}

/** The nearest line below with content, and its row. */
export function contentBelow(lines: readonly CourseLine[], row: number): number {
  let below = row + 1;
  while (lines[below]?.isSkipped) below += 1;
  return below;
}

/** The rows that go on with the value of a field or item: indented more, and without a field or dash of their own. */
export function goingOn(lines: readonly CourseLine[], row: number): number[] {
  const first = lines[row];
  const rows: number[] = [];
  if (!first) return rows;
  for (let next = row + 1; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || line.isSkipped || isStart(line) || line.indent <= startOf(first)) break;
    rows.push(next);
  }
  return rows;
}
