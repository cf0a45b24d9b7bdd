import type { Span } from './line.js';

export const BAR_WIDTH = 10;

/** A share from 0 to 1 as so many blocks; anything above nothing shows at least one. */
export function barSpans(share: number, width = BAR_WIDTH): Span[] {
  const full = share > 0 ? Math.max(1, Math.floor(share * width)) : 0;
  return [
    { text: '█'.repeat(full), tone: 'accent' },
    { text: '░'.repeat(width - full), tone: 'quiet' },
  ];
}
