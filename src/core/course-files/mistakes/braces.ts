import { fieldNames } from '../schema/field-names.js';
import type { CourseLine } from './line.js';
import { lineToWrite, type MistakeRule } from './mistake.js';

/** Fields in braces, on one line or on several, with a text that cannot be in braces as it is, or without their end. */
export const braces: MistakeRule = (lines, row) => {
  const line = lines[row];
  if (!line?.value.startsWith('{')) return [];
  const rows = rowsOf(lines, row);
  const inside = [line.value.slice(1), ...rows.slice(1).map((i) => lines[i]?.text.trim())].join(
    '\n',
  );
  const isClosed = /\}\s*$/.test(inside);
  const fields = fieldsIn(inside.replace(/[\s,]*\}?\s*$/, ''));
  const wrong = fields.find(({ fault }) => fault !== undefined);
  if (fields.length === 0 || (isClosed && !wrong)) return [];
  const at = wrong ? rowOf(lines, rows, wrong.name) : row;
  const whole = `{ ${fields.map(({ name, value }) => `${name}: ${value}`).join(', ')} }`;
  const repaired = line.text.slice(0, line.valueAt) + whole;
  const end =
    rows.length === 1
      ? `write ${lineToWrite(repaired)}`
      : `end line ${(rows.at(-1) ?? row) + 1} with ' }'`;
  return [
    {
      row: at,
      column: Math.max(0, lines[at]?.text.indexOf(wrong ? `${wrong.name}:` : '{') ?? 0),
      message: wrong
        ? `${wrong.fault}: write ${lineToWrite(`${wrong.name}: ${wrong.value}${wrong.fault === NO_COMMA || wrong.fault === EARLY ? ',' : ''}`)}`
        : `the bracket '{' is not closed: ${end}`,
      repairs: new Map(rows.map((i) => [i, i === row ? repaired : ''])),
    },
  ];
};

/** The rows that belong to the braces: those that are indented more, up to the next item. */
function rowsOf(lines: readonly CourseLine[], row: number): number[] {
  const { indent = 0 } = lines[row] ?? {};
  const end = lines.findIndex(
    (line, i) => i > row && (line.hasDash || line.text.trim() === '' || line.indent <= indent),
  );
  return lines.flatMap((_, i) => (i >= row && (end < 0 || i < end) ? [i] : []));
}

type Field = { readonly name: string; readonly value: string; readonly fault?: string };

const NO_COMMA = 'a comma is missing after this';
const EARLY = "the bracket '}' comes too early";

/** A field begins after a comma, or in a line of its own. */
function fieldsIn(text: string): Field[] {
  const names = fieldNames().all;
  const starts = [...text.matchAll(/(^|,|\n)\s*(\w+):/g)].filter(([, , name = '']) =>
    names.has(name),
  );
  return starts.map((start, i) => {
    const next = starts[i + 1];
    const raw = text.slice(start.index + start[0].length, next?.index).replace(/\n/g, ' ');
    const early = next && /^ ([^{}[\]]*?)\s*\}\s*$/.exec(raw)?.[1];
    const field = fieldOf(start[2] ?? '', early === undefined ? raw : ` ${early}`);
    if (early !== undefined && !field.fault) return { ...field, fault: EARLY };
    return next?.[1] === '\n' && !field.fault ? { ...field, fault: NO_COMMA } : field;
  });
}

function fieldOf(name: string, raw: string): Field {
  const value = raw.trim();
  const written = inBraces(value);
  if (!raw.startsWith(' ')) return { name, value, fault: 'a space is missing after the colon' };
  if (/^["']/.test(value))
    return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(value)
      ? { name, value }
      : { name, value: written, fault: 'this text does not end at its second quotation mark' };
  const sign = /^[[{]/.test(value) ? undefined : /: |:$|,|[[\]{}]| #/.exec(value)?.[0].trim();
  return sign === undefined
    ? { name, value }
    : { name, value: written, fault: `in braces, a text with '${sign}' needs quotation marks` };
}

/** A text in quotation marks that it does not have itself, or in single ones. */
export const inBraces = (text: string): string =>
  /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;

function rowOf(lines: readonly CourseLine[], rows: readonly number[], name: string): number {
  return rows.find((i) => new RegExp(`\\b${name}:`).test(lines[i]?.text ?? '')) ?? rows[0] ?? 0;
}
