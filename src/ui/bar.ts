import type { Span } from './line.js';

export const BAR_WIDTH = 10;

/** A share from 0 to 1 as ten blocks; anything above nothing shows at least one. */
export function barSpans(share: number): Span[] {
  const full = share > 0 ? Math.max(1, Math.floor(share * BAR_WIDTH)) : 0;
  return [
    { text: '█'.repeat(full), tone: 'accent' },
    { text: '░'.repeat(BAR_WIDTH - full), tone: 'quiet' },
  ];
}
