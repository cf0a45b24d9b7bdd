import { BAR_WIDTH, barBlocks } from '../../core/text/bar.js';
import type { Span } from './line.js';

/** @param share from 0 to 1 */
export function barSpans(share: number, width = BAR_WIDTH): Span[] {
  const { full, empty } = barBlocks(share, width);
  return [
    { text: full, tone: 'accent' },
    { text: empty, tone: 'quiet' },
  ];
}
