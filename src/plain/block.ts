import wrapAnsi from 'wrap-ansi';

/** A paragraph, or an item whose further lines hang under its text, behind the lead ("1. ", "• "). */
export type Row = string | { readonly lead: string; readonly text: string };

/** Rows that belong together; a blank line parts them from the next. */
export type Block = readonly Row[];

/** The blocks as lines of at most `width` columns, without a line break at the end. */
export const layOut = (blocks: readonly Block[], width: number): string =>
  blocks.map((block) => block.map((row) => layOutRow(row, width)).join('\n')).join('\n\n');

/** A lead has one column for each of its characters. */
function layOutRow(row: Row, width: number): string {
  const { lead, text } = typeof row === 'string' ? { lead: '', text: row } : row;
  const lines = wrapAnsi(text, Math.max(width - lead.length, 1), { hard: true }).split('\n');
  return lines.map((line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line).join('\n');
}

/** Numbered from 1, with the numbers on a column of their own. */
export function numbered(texts: readonly string[]): Block {
  const digits = String(texts.length).length;
  return texts.map((text, i) => ({ lead: `${String(i + 1).padStart(digits)}. `, text }));
}

export const bullet = (text: string): Row => ({ lead: '• ', text });

export const indented = (text: string): Row => ({ lead: '  ', text });
