import { fieldNames } from '../schema/field-names.js';
import { type CourseLine, contentAbove } from './line.js';
import { lineToWrite, type Mistake, type MistakeRule, oneLine } from './mistake.js';

const GLUED = /^(\s*)-([^\s-].*)$/;

/** `-id: council`. */
export const dashWithoutSpace: MistakeRule = (lines, row) => {
  const [, before = '', rest] = GLUED.exec(lines[row]?.text ?? '') ?? [];
  if (rest === undefined) return [];
  return [oneLine(row, before.length, 'a space is missing after the dash', `${before}- ${rest}`)];
};

const OTHER_SIGN = /^(\s*)([–—−•*·‣▪])\s+(.*)$/;

/** `– id: council`, `* id: council`. */
export const otherSign: MistakeRule = (lines, row) => {
  const [, before = '', sign, rest] = OTHER_SIGN.exec(lines[row]?.text ?? '') ?? [];
  if (sign === undefined) return [];
  const why = `an item of a list begins with '-', and not with '${sign}'`;
  return [oneLine(row, before.length, why, `${before}- ${rest}`)];
};

/** The fields that say what a step is. */
const STEPS = ['reading', 'check', 'sort'];

/** An item of a list without its dash. */
export const missingDash: MistakeRule = (lines, row) => {
  const line = lines[row];
  if (!line || line.isSkipped || line.hasDash) return [];
  const item = itemAbove(lines, row);
  return item ? likeItem(line, row, item) : firstItem(lines, line, row);
};

/** A list without the line of its field, such as `choices:`. */
export const missingList: MistakeRule = (lines, row) => {
  const line = lines[row];
  const above = lines[contentAbove(lines, row)];
  if (!line?.hasDash || !above || above.value === '') return [];
  if (line.field === undefined && !line.value.startsWith('{')) return [];
  if (itemAbove(lines, row)) return [];
  const column = Math.max(0, line.indent - 2);
  return [...fieldNames().lists].map((name) => ({
    row,
    column: line.indent,
    message: `the line '${name}:' is missing above this list: write it, ${column === 0 ? 'not indented' : `indented by ${column} spaces`}`,
    repairs: new Map([[row, `${' '.repeat(column)}${name}:\n${line.text}`]]),
  }));
};

const withDash = (row: number, line: CourseLine, column: number): Mistake =>
  oneLine(
    row,
    line.indent,
    'a new item of a list begins here, and its dash is missing',
    `${' '.repeat(column)}- ${line.text.slice(line.indent)}`,
  );

/** The nearest item above that this line could be next to, or a field of. */
function itemAbove(lines: readonly CourseLine[], row: number): CourseLine | undefined {
  const { indent } = lines[row] as CourseLine;
  for (let above = contentAbove(lines, row); above >= 0; above = contentAbove(lines, above)) {
    const line = lines[above] as CourseLine;
    if (line.hasDash && (line.indent === indent || line.at === indent)) return line;
    if (line.indent < indent) return undefined;
  }
  return undefined;
}

function likeItem(line: CourseLine, row: number, item: CourseLine): Mistake[] {
  const isSame =
    line.field === item.field ||
    line.value.startsWith('{') ||
    (STEPS.includes(line.field ?? '') && STEPS.includes(item.field ?? ''));
  return isSame ? [withDash(row, line, item.indent)] : [];
}

/** The first item of a list has no dash; perhaps the others have none either. */
function firstItem(lines: readonly CourseLine[], line: CourseLine, row: number): Mistake[] {
  const above = lines[contentAbove(lines, row)];
  if (above?.value !== '' || !fieldNames().lists.has(above.field ?? '')) return [];
  if (line.field === undefined || line.indent < above.at) return [];
  const next = lines.slice(row + 1).find(({ hasDash, field }) => hasDash && field === line.field);
  const columns = [next?.indent, line.indent - 2].filter(
    (at) => at !== undefined && at >= above.at,
  );
  return [
    ...columns.map((column) => withDash(row, line, column as number)),
    ...allItems(lines, line, row, above),
  ];
}

function allItems(
  lines: readonly CourseLine[],
  line: CourseLine,
  row: number,
  { field, at }: CourseLine,
): Mistake[] {
  const end = lines.findIndex(
    ({ isSkipped, indent }, i) => i > row && !isSkipped && indent < line.indent,
  );
  const rows = lines.flatMap((other, i) =>
    i >= row && (end < 0 || i < end) && other.indent === line.indent && other.field === line.field
      ? [i]
      : [],
  );
  if (rows.length < 2 || line.indent - 2 < at) return [];
  const dash = `${' '.repeat(line.indent - 2)}- `;
  return [
    {
      row,
      column: line.indent,
      message: `each item of '${field}' begins with a dash: write ${lineToWrite(`- ${line.text.trim()}`)}, and do the same with the others`,
      repairs: new Map(rows.map((i) => [i, `${dash}${lines[i]?.text.trim()}`])),
    },
  ];
}
