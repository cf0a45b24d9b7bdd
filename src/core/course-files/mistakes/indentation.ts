import { counted } from '../../text/english.js';
import {
  type CourseLine,
  contentAbove,
  contentBelow,
  goingOn,
  isStart,
  TEXT_MARK,
} from './line.js';
import type { Mistake, MistakeRule } from './mistake.js';

const WHITE = /^[^\S\r\n]*/;

const moved = (text: string, by: number): string =>
  by >= 0 ? ' '.repeat(by) + text : text.slice(Math.min(-by, (WHITE.exec(text)?.[0] ?? '').length));

const spaces = (n: number): string => (n === 0 ? 'no space' : counted(n, 'space'));

/** Lines that begin with a tab: as if each tab were as wide as an editor shows it. */
export const tabs: MistakeRule = (lines, row) => {
  const isTab = ({ text }: CourseLine): boolean => /^ *\t\s*\S/.test(text);
  if (!lines[row] || !isTab(lines[row])) return [];
  const rows = lines.flatMap((line, i) => (isTab(line) ? [i] : []));
  if (rows[0] !== row) return [];
  return [2, 4, 8, 6].map((width) => {
    const repairs = new Map(rows.map((i) => [i, withoutTabs(lines[i]?.text ?? '', width)]));
    const begin = WHITE.exec(repairs.get(row) ?? '')?.[0].length ?? 0;
    const others =
      rows.length > 1
        ? `, and do the same with the ${counted(rows.length - 1, 'other line')} with a tab`
        : '';
    const message = `this line begins with a tab: begin it with ${spaces(begin)} instead${others}`;
    return { row, column: lines[row]?.text.indexOf('\t') ?? 0, message, repairs };
  });
};

const withoutTabs = (text: string, width: number): string =>
  text.replace(WHITE, (white) => white.replace(/\t/g, ' '.repeat(width)));

/** Lines that begin with something that looks like a space. */
export const otherSpaces: MistakeRule = (lines, row) => {
  const { text = '' } = lines[row] ?? {};
  const white = WHITE.exec(text)?.[0] ?? '';
  const column = white.search(/[^ \t]/);
  if (column < 0) return [];
  const message = `this line begins with a character that only looks like a space: begin it with ${spaces(white.length)}`;
  return [
    {
      row,
      column,
      message,
      repairs: new Map([[row, text.replace(WHITE, ' '.repeat(white.length))]]),
    },
  ];
};

/** The text below `>-` is not indented enough. */
export const textUnderMark: MistakeRule = (lines, row) => {
  const mark = lines[contentAbove(lines, row)];
  const line = lines[row];
  if (!mark || !line || line.isSkipped || !TEXT_MARK.test(mark.value)) return [];
  const begin = (mark.field === undefined ? mark.indent : mark.at) + 2;
  const next = lines.findIndex((other, i) => i >= row && !other.isSkipped && isStart(other));
  const rows = lines.flatMap((_, i) => (i >= row && (next < 0 || i < next) ? [i] : []));
  const message = `the text below '${mark.value[0]}-' is indented more than the line above it: begin this line with ${spaces(begin)}`;
  const repairs = new Map(rows.map((i) => [i, ' '.repeat(begin) + (lines[i]?.text.trim() ?? '')]));
  return [{ row, column: line.indent, message, repairs }];
};

/** A line without a field and without a dash. */
export const strayText: MistakeRule = (lines, row) => {
  const line = lines[row];
  if (!line || line.isSkipped || line.hasDash || line.field !== undefined) return [];
  const above = lines[contentAbove(lines, row)];
  const isText = above?.field !== undefined && above.value !== '';
  const from = isText ? above.at + 2 : 0;
  const goesOn = isText
    ? `if the text above goes on here, begin the line with ${spaces(from)}; `
    : '';
  const message = `this line has no field and no dash: ${goesOn}if it is a note, begin it with '#'`;
  const repairs = [...(isText ? [' '.repeat(from) + line.text.trim()] : []), `#${line.text}`];
  return repairs.map((text) => ({
    row,
    column: line.indent,
    message,
    repairs: new Map([[row, text]]),
  }));
};

/** A line, or a line with those that belong to it, in the wrong column. */
export const wrongIndent: MistakeRule = (lines, row) => {
  const line = lines[row];
  if (!line || line.isSkipped || !isStart(line)) return [];
  return likelyColumns(lines, row).flatMap(({ column, like }) => {
    const by = column - line.indent;
    const alone = new Map(
      [row, ...goingOn(lines, row)].map((i) => [i, moved(lines[i]?.text ?? '', by)]),
    );
    const block = new Map(
      blockAt(lines, row, column).map((i) => [i, moved(lines[i]?.text ?? '', by)]),
    );
    const now = line.indent === 0 ? 'is not indented' : `begins with ${spaces(line.indent)}`;
    const message = `this line ${now}: begin it with ${spaces(column)}, like line ${like + 1}`;
    const mistake: Mistake = { row, column: line.indent, message, repairs: alone };
    return block.size > alone.size
      ? [
          mistake,
          {
            ...mistake,
            message: `${message}, and move the lines below that belong to it too`,
            repairs: block,
          },
        ]
      : [mistake];
  });
};

/** The line, and the lines below that are indented at least as much, up to a line like it that is where it should be. */
function blockAt(lines: readonly CourseLine[], row: number, column: number): number[] {
  const { indent = 0, hasDash } = lines[row] ?? {};
  const end = lines.findIndex((other, i) => {
    if (i <= row || other.isSkipped) return false;
    const isNext = column > indent && isStart(other) && other.hasDash === hasDash;
    return other.indent < indent || (isNext && other.indent === column);
  });
  return lines.flatMap((_, i) => (i >= row && (end < 0 || i < end) ? [i] : []));
}

/** The columns of lines around in which this one could begin, the likely ones first. */
function likelyColumns(
  lines: readonly CourseLine[],
  row: number,
): { column: number; like: number }[] {
  const line = lines[row] as CourseLine;
  const found = new Map<number, number>();
  const add = (i: number): void => {
    const other = lines[i];
    if (!other || !isStart(other)) return;
    const column = line.hasDash ? (other.hasDash ? other.indent : undefined) : other.at;
    if (column !== undefined && column !== line.indent && !found.has(column)) found.set(column, i);
  };
  add(contentAbove(lines, row));
  add(contentBelow(lines, row));
  for (let i = row - 1; i >= 0 && found.size < 5; i -= 1) if (!lines[i]?.isSkipped) add(i);
  const distance = (column: number): number => Math.abs(column - line.indent);
  return [...found]
    .map(([column, like]) => ({ column, like }))
    .sort((a, b) => distance(a.column) - distance(b.column))
    .slice(0, 3);
}
