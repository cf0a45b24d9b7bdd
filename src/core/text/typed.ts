import { plainText } from './sanitize.js';

/** A typed text and what is typed or pasted after it, cut to `most` characters. */
export const typedAfter = (typed: string, added: string, most: number): string =>
  [...plainText(typed + added)].slice(0, most).join('');

/** The text without its last character as people count: an accent or a flag goes with its letter. */
export function withoutLast(typed: string): string {
  const characters = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(typed);
  return typed.slice(0, [...characters].at(-1)?.index ?? 0);
}
