import { type CourseLine, goingOn } from './line.js';
import { lineToWrite, type Mistake, type MistakeRule, oneLine } from './mistake.js';
import { beginsWith } from './quotes.js';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** A list in brackets or fields in braces that do not end as they should. */
export const brackets: MistakeRule = (lines, row) => {
  const line = lines[row];
  const opening = line?.value[0] ?? '';
  if (!line || CLOSING[opening] === undefined) return [];
  const scan = scanned(line.value);
  if (scan.end !== undefined) return [...commas(line, row), ...afterEnd(line, row, scan.end)];
  if (scan.quote !== undefined) return openQuote(line, row, scan.quote);
  if (scan.comment !== undefined && /[\]}]\s*$/.test(line.value))
    return hashInside(line, row, scan.comment);
  return notClosed(lines, row, scan.open);
};

type Scan = {
  /** The index after the bracket that closes the first one. */
  readonly end?: number;
  /** The brackets that are still open. */
  readonly open: string;
  /** Where a quotation mark is that is not closed. */
  readonly quote?: number;
  /** Where a comment begins. */
  readonly comment?: number;
};

function scanned(value: string): Scan {
  let open = '';
  for (let i = 0; i < value.length; i += 1) {
    const sign = value[i] ?? '';
    const before = value[i - 1] ?? ' ';
    if (sign === '#' && /\s/.test(before)) return { open, comment: i };
    if ((sign === '"' || sign === "'") && /[\s[{,:]/.test(before)) {
      const close = value.indexOf(sign, i + 1);
      if (close < 0) return { open, quote: i };
      i = close;
    } else if (CLOSING[sign]) open += sign;
    else if (sign === CLOSING[open.at(-1) ?? '']) {
      open = open.slice(0, -1);
      if (open === '') return { open, end: i + 1 };
    }
  }
  return { open };
}

/** A comma too many, or none between two fields in braces. */
function commas(line: CourseLine, row: number): Mistake[] {
  const [before, list] = [line.text.slice(0, line.valueAt), line.value];
  const fewer = list.replace(/,(?:\s*,)+/g, ',').replace(/^([[{])\s*,/, '$1');
  const more = list.replace(/([^\s,{[])\s+(?=\w+: )/g, '$1, ');
  return [
    ...(fewer === list
      ? []
      : [oneLine(row, line.valueAt, 'there is a comma too many', before + fewer)]),
    ...(more === list ? [] : [oneLine(row, line.valueAt, 'a comma is missing', before + more)]),
  ];
}

function afterEnd(line: CourseLine, row: number, end: number): Mistake[] {
  const rest = line.value.slice(end);
  if (/^\s*(?:$|\s#)/.test(rest)) return [];
  if (!/^[\s\])},]+$/.test(rest)) return [beginsWith(line, row, line.value[0] ?? '')];
  const repaired = line.text.slice(0, line.valueAt + end);
  const why = `${lineToWrite(rest)} comes after the end of the list`;
  return [oneLine(row, line.valueAt + end, why, repaired)];
}

function openQuote(line: CourseLine, row: number, quote: number): Mistake[] {
  const [, before = '', end = ''] = /^(.*?)([\]}\s]*)$/.exec(line.text.trimEnd()) ?? [];
  const repaired = `${before}${line.value[quote]}${end}`;
  return [
    oneLine(row, line.valueAt + quote, 'a quotation mark in this list is not closed', repaired),
  ];
}

/** Puts the item with the hash in quotation marks. */
function hashInside(line: CourseLine, row: number, hash: number): Mistake[] {
  const { value } = line;
  const from = Math.max(value.lastIndexOf(',', hash), value.lastIndexOf('[', hash)) + 1;
  const to = value.slice(hash).search(/[,\]]/) + hash;
  if (to < hash) return [];
  const item = value.slice(from, to).trim();
  const space = value[from] === ' ' ? ' ' : '';
  const repaired = `${line.text.slice(0, line.valueAt)}${value.slice(0, from)}${space}"${item}"${value.slice(to)}`;
  return [
    oneLine(
      row,
      line.valueAt + hash,
      "'#' after a space begins a comment, so this list has no end",
      repaired,
    ),
  ];
}

function notClosed(lines: readonly CourseLine[], row: number, open: string): Mistake[] {
  const line = lines[row] as CourseLine;
  const last = goingOn(lines, row).at(-1) ?? row;
  const closing = [...open].reverse().map((sign) => CLOSING[sign]);
  const end = (lines[last]?.text ?? '').trimEnd().replace(/[)\]}>,;]+$/, '');
  const pad = open.endsWith('{') ? ' ' : '';
  const repaired = `${end.trimEnd()}${pad}${closing.join('')}`;
  const why = `the bracket '${open[0]}' is not closed`;
  if (last === row) return [oneLine(row, line.valueAt, why, repaired)];
  return [
    {
      row,
      column: line.valueAt,
      message: `${why}: end line ${last + 1} with '${closing.join('')}'`,
      repairs: new Map([[last, repaired]]),
    },
  ];
}
