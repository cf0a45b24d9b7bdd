/** In milliseconds. */
const SHORTEST = 200;

/** A host that was started again has everyone back within 5 seconds. */
const LONGEST = 2_500;

/**
 * How long to wait before the next try to reach a room: longer after each failure, and never the same for everyone.
 * @param failures since the last success, from 0
 * @param random from 0 to below 1
 * @returns milliseconds
 */
export const waitAfter = (failures: number, random: number): number =>
  Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures, 10)) * (0.6 + 0.4 * random);
