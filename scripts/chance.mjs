/**
 * Numbers that a seed decides (mulberry32), so that a run can be had again.
 * @param {number} seed
 */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /**
     * A whole number from `least` to `most`.
     * @param {number} least
     * @param {number} most
     */
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    /**
     * @template T
     * @param {readonly T[]} from
     * @returns {T}
     */
    pick: (from) => from[Math.floor(next() * from.length)],
  };
}
