import { Text } from 'ink';
import SelectInput from 'ink-select-input';
import { memo, type ReactElement, useContext } from 'react';
import { type Line, POINTER_WIDTH } from '../layout/line.js';
import type { SeenItem } from '../layout/visible.js';
import { Glyphs } from './glyphs.js';
import { rowText } from './rows.js';
import { styled } from './theme.js';

/**
 * Draws entries with ink-select-input. The list is never focused: when one read brings two keys, its own key handling
 * uses an old highlight and chooses the wrong answer (measured). The session handles keys and the highlight instead.
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
  /** Index of the highlighted entry among the visible items; -1 if it is out of view. */
  readonly highlight: number;
};

/** The entry's first row has the pointer. The list's own indicator does not know the highlight. */
const NoIndicator = (): null => null;

/** One text for all rows of an entry. Memoized, since a key changes few entries. */
const EntryView = memo(({ label }: { readonly label: string }) => (
  <Text wrap="truncate-end">{label}</Text>
));

function entryText(
  { lines, beginsAbove, isMissed }: SeenItem,
  isHighlighted: boolean,
  glyphs: (text: string) => string,
): string {
  const margin = ' '.repeat(POINTER_WIDTH);
  const mark = isMissed ? styled(glyphs('✗'), 'bad') : '';
  const pointer = isHighlighted ? styled(glyphs('❯'), 'accent') : '';
  const blanks = ' '.repeat(POINTER_WIDTH - [isMissed, isHighlighted].filter(Boolean).length);
  const first = beginsAbove ? margin : pointer + mark + blanks;
  return lines
    .map(
      (row, i) =>
        (i === 0 ? first : margin) + rowText(isHighlighted ? highlighted(row) : row, glyphs),
    )
    .join('\n');
}

const highlighted = ({ spans }: Line): Line => ({
  spans: spans.map(({ text, tone }) => ({ text, tone: tone === 'plain' ? 'strong' : tone })),
});
