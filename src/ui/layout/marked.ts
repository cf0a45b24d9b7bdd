import stringWidth from 'string-width';
import type { Line, Span } from './line.js';
import { wrapText } from './wrap.js';

/** A piece of a text, and whether it is marked. */
type Part = { readonly text: string; readonly marked: boolean };

/** Wraps a text after a lead that every row repeats. Marked pieces are bold. */
export function hangParts(lead: Span, parts: readonly Part[], width: number): Line[] {
  const text = parts.map((part) => part.text).join('');
  let end = 0;
  return wrapText(text, width - stringWidth(lead.text)).map((row) => {
    const from = text.indexOf(row, end);
    end = from + row.length;
    return { spans: [lead, ...spansBetween(parts, from, end)] };
  });
}

/** @param from in UTF-16 units of the whole text, like `to`, which is after the last */
function spansBetween(parts: readonly Part[], from: number, to: number): Span[] {
  let at = 0;
  return parts.flatMap(({ text, marked }): Span[] => {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    return piece === '' ? [] : [{ text: piece, tone: marked ? 'strong' : 'plain' }];
  });
}
