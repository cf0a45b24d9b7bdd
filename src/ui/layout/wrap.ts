import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Line, Tone } from './line.js';

/** The text in rows of at most `width` columns. Breaks between words, and inside a word only if it is longer. */
const wrapText = (text: string, width: number): string[] =>
  wrapAnsi(text, Math.max(width, 1), { hard: true }).split('\n');

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

/** More UTF-16 code units than a row has. A longer text is cut without measuring all of it. */
const MOST_UNITS = 1_000;

/** Cuts to at most `width` columns, with an ellipsis at the cut. */
export function cut(text: string, width: number): string {
  if (text.length <= MOST_UNITS && stringWidth(text) <= width) return text;
  let start = '';
  for (const character of text) {
    if (start.length >= MOST_UNITS || stringWidth(start + character) > width - 1) break;
    start += character;
  }
  return width > 0 ? `${start}…` : '';
}
