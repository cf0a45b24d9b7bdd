import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Layout } from '../layout/fit.js';
import { type Line, line } from '../layout/line.js';
import type { FooterKey, Page } from '../layout/page.js';
import { seen } from '../layout/visible.js';
import { ASIDE_GAP } from '../layout/window.js';
import { ChoiceList } from './choice-list.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { Rows } from './rows.js';

type Props = {
  readonly page: Page;
  readonly layout: Layout;
  readonly width: number;
  readonly highlight: number;
  /** Whether the progress line animates to its new length. */
  readonly glides: boolean;
};

/** A page in its window: header, the visible part of the body, footer. */
export function PageView({ page, layout, width, highlight, glides }: Props): ReactElement {
  return (
    <Box flexDirection="column" marginLeft={2} height={layout.height}>
      <Header page={page} width={width} isSpacious={layout.isSpacious} glides={glides} />
      <Box height={layout.bodyHeight} flexShrink={0}>
        <Body page={page} layout={layout} width={width} highlight={highlight} />
        <ScrollMarks layout={layout} />
        <Aside rows={layout.aside} />
      </Box>
      <Footer
        keys={keysNow(page, layout)}
        width={width}
        isSpacious={layout.isSpacious}
        notice={layout.notice}
      />
    </Box>
  );
}

/** Until the page's end is in view, a key that leaves the page scrolls down instead. */
const keysNow = ({ footer }: Page, { offset, lastOffset }: Layout): readonly FooterKey[] =>
  footer
    .filter(({ scrolls }) => !scrolls || (scrolls === 'down' ? offset : 0) < lastOffset)
    .map((key) => (key.leavesPage && offset < lastOffset ? { ...key, label: 'down' } : key));

function Body({ page, layout, width, highlight }: Omit<Props, 'glides'>): ReactElement {
  const { before, items, after, highlight: at } = seen(layout, highlight);
  return (
    <Box width={width} flexShrink={0} flexDirection="column">
      <Rows rows={before} />
      {items.length > 0 && <ChoiceList page={page.id} items={items} highlight={at} />}
      <Rows rows={after} />
    </Box>
  );
}

/** What is beside the body. The scroll marks take the first two columns of the gap. */
const Aside = ({ rows }: { readonly rows: readonly Line[] }): ReactElement | null =>
  rows.length === 0 ? null : (
    <Box marginLeft={ASIDE_GAP - 2} flexShrink={0}>
      <Rows rows={rows} />
    </Box>
  );

/** ▲ and ▼ in the margin if there is more above or below. */
function ScrollMarks({ layout: { bodyHeight, offset, lastOffset } }: { readonly layout: Layout }) {
  const none = line(' ');
  const up = offset > 0 ? line('▲', 'accent') : none;
  const down = offset < lastOffset ? line('▼', 'accent') : none;
  const between = Array.from({ length: Math.max(0, bodyHeight - 2) }, () => none);
  return (
    <Box width={1} marginLeft={1} height={bodyHeight} flexShrink={0}>
      <Rows rows={[up, ...between, down]} />
    </Box>
  );
}
