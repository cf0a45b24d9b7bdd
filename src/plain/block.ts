import wrapAnsi from 'wrap-ansi';

/**
 * A paragraph, an item with a lead ("1. ", "• ") and text that is indented to the lead's width, or a command to be copied,
 * which is one line at any width. A text with more than `most` lines is cut.
 */
export type Row = string | LedRow | { readonly command: string };

type LedRow = { readonly lead: string; readonly text: string; readonly most?: number };

/** Rows that belong together. A blank line separates blocks. */
export type Block = readonly Row[];

/** The blocks as lines of at most `width` columns, with no newline at the end. */
export const layOut = (blocks: readonly Block[], width: number): string =>
  blocks.map((block) => block.map((row) => layOutRow(row, width)).join('\n')).join('\n\n');

/** Assumes that each character of a lead takes one column. */
function layOutRow(row: Row, width: number): string {
  if (typeof row === 'object' && 'command' in row) return row.command;
  const {
    lead,
    text,
    most = Number.POSITIVE_INFINITY,
  } = typeof row === 'string' ? { lead: '', text: row } : row;
  const wrapped = (room: number): string[] =>
    wrapAnsi(text, Math.max(room, 1), { hard: true }).split('\n');
  const all = wrapped(width - lead.length);
  const lines = all.length > most ? cut(wrapped(width - lead.length - 1), most) : all;
  return lines.map((line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line).join('\n');
}

const cut = (lines: readonly string[], most: number): string[] => [
  ...lines.slice(0, most - 1),
  `${lines[most - 1]}…`,
];

/** A list numbered from 1, with the numbers aligned right. */
export function numbered(texts: readonly string[]): Block {
  const digits = String(texts.length).length;
  return texts.map((text, i) => ({ lead: `${String(i + 1).padStart(digits)}. `, text }));
}

/** What is before an answer: whether it is right. Without a mark there is nothing. */
export const MARKS = { right: '✓ ', wrong: '✗ ', none: '' } as const;

export const bullet = (text: string): LedRow => ({ lead: '• ', text });

export const indented = (text: string): Row => ({ lead: '  ', text });
