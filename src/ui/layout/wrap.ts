import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Line, Tone } from './line.js';

/** The text in rows of at most `width` columns, broken between words, a longer word where it must. */
const wrapText = (text: string, width: number): string[] =>
  wrapAnsi(text, Math.max(width, 1), { hard: true }).split('\n');

export const wrapLines = (text: string, width: number, tone: Tone = 'plain'): Line[] =>
  wrapText(text, width).map((row) => ({ spans: [{ text: row, tone }] }));

/** Rows behind a first part that stands alone on its column: "1  ", "• ", "▌". */
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

/** Fills up with blanks to `width` columns, or cuts with an ellipsis. */
export function padTo(text: string, width: number): string {
  const missing = width - stringWidth(text);
  return missing >= 0 ? text + ' '.repeat(missing) : cut(text, width);
}

/** At most `width` columns, the last an ellipsis where something was cut. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return width > 0 ? `${kept}…` : '';
}
