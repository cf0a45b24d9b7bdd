import type { MarkedText } from '../core/course/marked-words.js';

/** Escapes Markdown's special characters. */
export const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** A text with some of its parts in bold. */
export const withBold = (parts: readonly MarkedText[]): string =>
  parts.map(({ text, marked }) => (marked ? `**${escaped(text)}**` : escaped(text))).join('');

/** A table. Its cells are Markdown already, and have no line breaks. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Parts with an empty line between them. */
export const document = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
