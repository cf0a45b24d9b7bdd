import type { Line, Span, Tone } from './line.js';
import { wrapLines } from './wrap.js';

/** A text in parts, some of them marked. */
export type MarkedText = readonly { readonly text: string; readonly isMarked: boolean }[];

/** Wraps a text of which some parts have another tone. */
export function markedLines(parts: MarkedText, width: number, tone: Tone = 'strong'): Line[] {
  const text = parts.map((part) => part.text).join('');
  let at = 0;
  return wrapLines(text, width).map(({ spans }) => {
    const row = spans.map((span) => span.text).join('');
    const from = text.indexOf(row, at);
    at = from + row.length;
    return { spans: spansBetween(parts, from, at, tone) };
  });
}

/** @param from the first UTF-16 unit of the row in the text @param to the one after its last */
function spansBetween(parts: MarkedText, from: number, to: number, tone: Tone): Span[] {
  let start = 0;
  return parts.flatMap(({ text, isMarked }) => {
    const shown = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += text.length;
    return shown === '' ? [] : [{ text: shown, tone: isMarked ? tone : ('plain' as const) }];
  });
}
