/** Escapes Markdown's special characters. */
export const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** The text with some of its words in bold. */
export const withBold = (text: string, words: readonly string[]): string =>
  words.reduce(
    (marked, one) => marked.replace(escaped(one), (found) => `**${found}**`),
    escaped(text),
  );

/** A table. Its cells are Markdown already, and have no line breaks. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Parts with an empty line between them. */
export const document = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
