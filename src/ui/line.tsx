import { Text } from 'ink';
import { type ReactElement, useContext } from 'react';
import { Marks } from './marks.js';
import { styleOf, type Tone } from './theme.js';

/** Text of one tone; never with a line break. */
export type Span = { readonly text: string; readonly tone: Tone };

/** One row of a page. What it `gives` way to, when a page does not fit, is said by its kind. */
export type Line = {
  readonly spans: readonly Span[];
  readonly gives?: 'aside' | 'section' | 'gap';
};

export const line = (text: string, tone: Tone = 'plain'): Line => ({ spans: [{ text, tone }] });

/** An empty row between parts, the first to go where there is no room. */
export const GAP: Line = { spans: [], gives: 'gap' };

/** A row that an Ink text draws without wrapping. */
export function LineView({ line: { spans } }: { readonly line: Line }): ReactElement {
  const marks = useContext(Marks);
  // Ink gives an empty text no row.
  if (spans.every(({ text }) => text === '')) return <Text> </Text>;
  return (
    <Text wrap="truncate-end">
      {spans.map(({ text, tone }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans of a row have no other identity and no state
        <Text key={i} {...styleOf(tone)}>
          {marks(text)}
        </Text>
      ))}
    </Text>
  );
}
