import stringWidth from 'string-width';
import type { Line, Span } from './line.js';
import { wrapText } from './wrap.js';

/** Keeps two words in one row. The row shows a blank. */
export const NO_BREAK = '\u00a0';

/** Wraps several spans as one text. Each row keeps the tones of its parts. */
export function wrapSpans(spans: readonly Span[], width: number): Line[] {
  const parts = spans.map(({ text, tone }) => ({ text: text.normalize(), tone }));
  const text = parts.map((part) => part.text).join('');
  let end = 0;
  return wrapText(text, width).map((row) => {
    const from = Math.max(text.indexOf(row, end), end);
    end = from + row.length;
    return { spans: between(parts, from, end) };
  });
}

/** Puts a lead of several spans before the first row, and indents the others to its width. */
export function withLead(lead: readonly Span[], rows: readonly Line[]): Line[] {
  const width = lead.reduce((sum, { text }) => sum + stringWidth(text), 0);
  const indent: Span = { text: ' '.repeat(width), tone: 'plain' };
  return rows.map(({ spans, ...row }, i) => ({
    ...row,
    spans: [...(i === 0 ? lead : [indent]), ...spans],
  }));
}

/** The parts of a text from one place to another, in UTF-16 units. */
function between(parts: readonly Span[], from: number, to: number): Span[] {
  let at = 0;
  return parts.flatMap(({ text, tone }) => {
    const begin = at;
    at += text.length;
    const part = text.slice(Math.max(from - begin, 0), Math.max(to - begin, 0));
    return part === '' ? [] : [{ text: part.replaceAll(NO_BREAK, ' '), tone }];
  });
}
