/**
 * How many of `width` blocks are full for a share from 0 to 1, rounded to the nearest. Some are full if the share is
 * above 0, and some are empty if it is below 1: a bar must not say "none" or "all" when that is not so.
 * @param width a whole number, 2 or more
 */
function fullBlocks(share: number, width: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return width;
  return Math.min(Math.max(1, Math.round(share * width)), width - 1);
}

/** The full blocks of a bar, and the empty ones. */
export function barBlocks(share: number, width: number): { full: string; empty: string } {
  const full = fullBlocks(share, width);
  return { full: '█'.repeat(full), empty: '░'.repeat(width - full) };
}

/** A bar of ten blocks, as one text. */
export function barText(share: number): string {
  const { full, empty } = barBlocks(share, BAR_WIDTH);
  return full + empty;
}

export const BAR_WIDTH = 10;
