import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import { ChoiceList } from './choice-list.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { type Layout, seen } from './layout.js';
import { type Line, LineView, line } from './line.js';
import type { Page } from './page.js';

type Props = {
  readonly page: Page;
  readonly layout: Layout;
  readonly width: number;
  readonly highlight: number;
  /** Whether the progress line glides to its new length. */
  readonly glides: boolean;
};

/** A page in its window: header, the body as far as it is scrolled, footer. */
export function PageView({ page, layout, width, highlight, glides }: Props): ReactElement {
  return (
    <Box flexDirection="column" marginLeft={2} height={layout.height}>
      <Header page={page} width={width} roomy={layout.roomy} glides={glides} />
      <Box height={layout.bodyHeight} flexShrink={0}>
        <Body page={page} layout={layout} width={width} highlight={highlight} />
        <ScrollMarks layout={layout} />
      </Box>
      <Footer keys={page.footer} width={width} roomy={layout.roomy} notice={layout.notice} />
    </Box>
  );
}

function Body({ page, layout, width, highlight }: Omit<Props, 'glides'>): ReactElement {
  const { bodyHeight } = layout;
  const { before, items, after, hidden, highlight: at } = seen(layout, highlight);
  return (
    <Box width={width} height={bodyHeight} flexShrink={0} overflow="hidden" flexDirection="column">
      <Box flexDirection="column" flexShrink={0} marginTop={-hidden}>
        <Rows rows={before} />
        {items.length > 0 && (
          <ChoiceList
            page={`${page.id} ${highlight} ${items[0]?.id}`}
            items={items}
            highlight={at}
          />
        )}
        <Rows rows={after} />
      </Box>
    </Box>
  );
}

const Rows = ({ rows }: { readonly rows: readonly Line[] }) => (
  <>
    {rows.map((row, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and no state
      <LineView key={i} line={row} />
    ))}
  </>
);

/** ▲ and ▼ in the margin where there is more above or below. */
function ScrollMarks({ layout: { bodyHeight, offset, lastOffset } }: { readonly layout: Layout }) {
  const up = line(offset > 0 ? '▲' : ' ', 'accent');
  const down = line(offset < lastOffset ? '▼' : ' ', 'accent');
  return (
    <Box flexDirection="column" width={1} marginLeft={1} height={bodyHeight} flexShrink={0}>
      <LineView line={up} />
      <Box height={Math.max(0, bodyHeight - 2)}>
        <Text> </Text>
      </Box>
      <LineView line={down} />
    </Box>
  );
}
