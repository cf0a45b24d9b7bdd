import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Line, Tone } from './line.js';

/** The text in rows of at most `width` columns. Breaks between words, and inside a word only if it is longer. */
export function wrapText(text: string, width: number): readonly string[] {
  const wrap = (): string[] => wrapAnsi(text, Math.max(width, 1), { hard: true }).split('\n');
  if (text.length < LONG) return wrap();
  const key = `${width} ${text}`;
  const rows = wrapped.get(key) ?? wrap();
  if (wrapped.size >= MOST_WRAPPED) wrapped.clear();
  wrapped.set(key, rows);
  return rows;
}

/** Rows of long texts, by width and text. They take long to wrap, and each key draws the page again. */
const wrapped = new Map<string, readonly string[]>();
const MOST_WRAPPED = 50;

/** In UTF-16 code units. No row has so many, and few texts of a course do. */
const LONG = 1_000;

export const wrapLines = (text: string, width: number, tone: Tone = 'plain'): Line[] =>
  wrapText(text, width).map((row) => ({ spans: [{ text: row, tone }] }));

/** Wraps a text with a hanging indent after a lead: "1  ", "• ", "▌ ". `follow` replaces the lead in later rows. */
export function hangLines(
  lead: { readonly text: string; readonly tone: Tone },
  text: string,
  width: number,
  tone: Tone = 'plain',
  follow = ' '.repeat(stringWidth(lead.text)),
): Line[] {
  return wrapText(text, width - stringWidth(lead.text)).map((row, i) => ({
    spans: [i === 0 ? lead : { text: follow, tone: lead.tone }, { text: row, tone }],
  }));
}

/** Pads with spaces to `width` columns, or cuts with an ellipsis. */
export function padTo(text: string, width: number): string {
  const start = cut(text, width);
  return start === text ? text + ' '.repeat(width - stringWidth(text)) : start;
}

/** Cuts to at most `width` columns, with an ellipsis at the cut. Does not measure more of a text than a row can have. */
export function cut(text: string, width: number): string {
  if (text.length < LONG && stringWidth(text) <= width) return text;
  let start = '';
  for (const character of text) {
    if (start.length >= LONG || stringWidth(start + character) > width - 1) break;
    start += character;
  }
  return width > 0 ? `${start}…` : '';
}
