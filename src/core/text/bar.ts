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

/**
 * The full blocks of a bar, those between, and the empty ones.
 * @param reached from `share` to 1: what is between them was put right later. Both parts are in the bar if there
 *   are any. What is between is rounded down: 4 of 9 are not five blocks.
 */
export function barBlocks(
  share: number,
  width: number,
  reached = share,
): { full: string; mended: string; empty: string } {
  const least = reached > share ? 1 : 0;
  const most = reached < 1 ? width - 1 : width;
  const full = Math.min(fullBlocks(share, width), most - least);
  const mended =
    reached < 1
      ? Math.min(Math.max(least, Math.floor((reached - share) * width + ROUNDING)), most - full)
      : width - full;
  const empty = width - full - mended;
  return { full: '█'.repeat(full), mended: '▒'.repeat(mended), empty: '░'.repeat(empty) };
}

/** A share such as 0.7 - 0.5 is a little less than it should be. */
const ROUNDING = 1e-9;

/** A bar of ten blocks, as one text. */
export function barText(share: number): string {
  const { full, empty } = barBlocks(share, BAR_WIDTH);
  return full + empty;
}

export const BAR_WIDTH = 10;
