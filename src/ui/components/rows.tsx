import { Text } from 'ink';
import { type ReactElement, useContext } from 'react';
import type { Line } from '../layout/line.js';
import { Glyphs } from './glyphs.js';
import { styled } from './theme.js';

/** A row as it is written, with the codes of its colours. */
export const rowText = ({ spans }: Line, glyphs: (text: string) => string): string =>
  spans.map(({ text, tone }) => styled(glyphs(text), tone)).join('');

/**
 * Rows as one text without wrapping: at every key Ink takes its time for each node, and rows that are the same text as
 * before cost nothing.
 */
export function Rows({ rows }: { readonly rows: readonly Line[] }): ReactElement | null {
  const glyphs = useContext(Glyphs);
  if (rows.length === 0) return null;
  const text = rows.map((row) => rowText(row, glyphs)).join('\n');
  // Ink gives an empty text no row.
  return <Text wrap="truncate-end">{text === '' ? ' ' : text}</Text>;
}
