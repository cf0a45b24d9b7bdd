import stringWidth from 'string-width';
import type { Line, Span } from './line.js';
import { wrapText } from './wrap.js';

/** Wraps a text of several tones after a lead, which every row repeats. */
export function hangSpans(lead: Span, spans: readonly Span[], width: number): Line[] {
  const whole = spans.map(({ text }) => text).join('');
  let end = 0;
  return wrapText(whole, width - stringWidth(lead.text)).map((row) => {
    const from = whole.indexOf(row, end);
    end = from + row.length;
    return { spans: [lead, ...spansBetween(spans, from, end)] };
  });
}

/** @param from in UTF-16 units of the complete text, like `to`, which is after the last */
function spansBetween(spans: readonly Span[], from: number, to: number): Span[] {
  let at = 0;
  return spans.flatMap(({ text, tone }) => {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    return piece === '' ? [] : [{ text: piece, tone }];
  });
}
