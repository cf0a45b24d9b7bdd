import { Text } from 'ink';
import { type ReactElement, useContext } from 'react';
import type { Line } from '../layout/line.js';
import { Glyphs } from './glyphs.js';
import { styled } from './theme.js';

/** A row as text with colour codes. */
export const rowText = ({ spans }: Line, glyphs: (text: string) => string): string =>
  spans.map(({ text, tone }) => styled(glyphs(text), tone)).join('');

/** Rows as one text, without wrapping. Ink spends time on each node at every key, but none on an unchanged text. */
export function Rows({ rows }: { readonly rows: readonly Line[] }): ReactElement | null {
  const glyphs = useContext(Glyphs);
  if (rows.length === 0) return null;
  const text = rows.map((row) => rowText(row, glyphs)).join('\n');
  // Ink draws no row for an empty text.
  return <Text wrap="truncate-end">{text === '' ? ' ' : text}</Text>;
}
