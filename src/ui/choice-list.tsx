import { Box, Text } from 'ink';
import SelectInput from 'ink-select-input';
import { type ReactElement, useContext } from 'react';
import { type Line, LineView, line } from './line.js';
import { Marks } from './marks.js';
import { linesOf, type PageItem } from './page.js';
import { styleOf } from './theme.js';

/** Columns of the pointer before each entry. */
export const POINTER_WIDTH = 2;

type Entry = {
  readonly value: string;
  readonly label: string;
  readonly lines: readonly Line[];
  readonly gap: boolean;
};

/**
 * The entries, drawn by ink-select-input. It is never focused: what a key does is decided by the session, since the
 * list's own key handling goes stale between two keys of one read and gives the wrong answer (measured). It takes a
 * highlight only when it is made, so another highlight makes another list.
 */
export function ChoiceList({ page, items, highlight }: Props): ReactElement {
  return (
    <SelectInput
      key={`${page} ${highlight}`}
      items={items.map(entryOf)}
      initialIndex={highlight}
      isFocused={false}
      indicatorComponent={Pointer}
      itemComponent={EntryView as (props: { isSelected?: boolean; label: string }) => ReactElement}
    />
  );
}

type Props = {
  readonly page: string;
  readonly items: readonly PageItem[];
  readonly highlight: number;
};

const entryOf = ({ id, lines, gapAfter }: PageItem): Entry => ({
  value: id,
  label: id,
  lines: linesOf(lines),
  gap: gapAfter === true,
});

/** Of fixed width: a long entry would otherwise squeeze it. */
function Pointer({ isSelected = false }: { readonly isSelected?: boolean }): ReactElement {
  const marks = useContext(Marks);
  return (
    <Box width={POINTER_WIDTH} flexShrink={0} alignSelf="flex-start">
      <Text {...styleOf('accent')}>{isSelected ? marks('❯') : ' '}</Text>
    </Box>
  );
}

function EntryView({
  lines,
  gap,
  isSelected = false,
}: Entry & { isSelected?: boolean }): ReactElement {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of one entry have no other identity and no state
        <LineView key={i} line={isSelected ? highlighted(row) : row} />
      ))}
      {gap && <LineView line={line('')} />}
    </Box>
  );
}

const highlighted = ({ spans }: Line): Line => ({
  spans: spans.map(({ text, tone }) => ({ text, tone: tone === 'plain' ? 'accent' : tone })),
});
