import { Text } from 'ink';
import SelectInput from 'ink-select-input';
import { memo, type ReactElement, useContext } from 'react';
import { type Line, POINTER_WIDTH } from '../layout/line.js';
import type { SeenItem } from '../layout/visible.js';
import { Glyphs } from './glyphs.js';
import { rowText } from './rows.js';
import { styled } from './theme.js';

/**
 * The entries, drawn by ink-select-input. It is never focused, and which entry is highlighted is not its to know: what
 * a key does is decided by the session, since the list's own key handling goes stale between two keys of one read and
 * gives the wrong answer (measured).
 */
export function ChoiceList({ page, items, highlight }: Props): ReactElement {
  const glyphs = useContext(Glyphs);
  return (
    <SelectInput
      key={page}
      items={items.map((item, i) => ({
        value: item.id,
        label: entryText(item, i === highlight, glyphs),
      }))}
      isFocused={false}
      indicatorComponent={NoIndicator}
      itemComponent={EntryView}
    />
  );
}

type Props = {
  readonly page: string;
  readonly items: readonly SeenItem[];
  /** The place of the highlighted entry among those seen; -1 where it is not. */
  readonly highlight: number;
};

/** The pointer stands in the entry's first row: the list's own has a node of its own, and does not know the highlight. */
const NoIndicator = (): null => null;

/** All rows of an entry as one text; of most entries it is the same as before. */
const EntryView = memo(({ label }: { readonly label: string }) => (
  <Text wrap="truncate-end">{label}</Text>
));

function entryText(
  { lines, beginsAbove }: SeenItem,
  isHighlighted: boolean,
  glyphs: (text: string) => string,
): string {
  const margin = ' '.repeat(POINTER_WIDTH);
  const pointer = isHighlighted && !beginsAbove ? `${styled(glyphs('❯'), 'accent')} ` : margin;
  return lines
    .map(
      (row, i) =>
        (i === 0 ? pointer : margin) + rowText(isHighlighted ? highlighted(row) : row, glyphs),
    )
    .join('\n');
}

const highlighted = ({ spans }: Line): Line => ({
  spans: spans.map(({ text, tone }) => ({ text, tone: tone === 'plain' ? 'accent' : tone })),
});
