import { BAR_WIDTH, barBlocks } from '../../core/text/bar.js';
import { type Line, line, type Span } from './line.js';

/** @param share from 0 to 1, as `reached` */
export function barSpans(share: number, width = BAR_WIDTH, reached = share): Span[] {
  const { full, mended, empty } = barBlocks(share, width, reached);
  return [
    { text: full + mended, tone: 'accent' },
    { text: empty, tone: 'faint' },
  ];
}

/** The text, and a bar if it fits beside the text. */
export const barLine = (text: string, share: number, width: number, reached = share): Line =>
  text.length + GAP_WIDTH + BAR_WIDTH > width
    ? line(text)
    : {
        spans: [
          { text: text + ' '.repeat(GAP_WIDTH), tone: 'plain' },
          ...barSpans(share, BAR_WIDTH, reached),
        ],
      };

const GAP_WIDTH = 3;
