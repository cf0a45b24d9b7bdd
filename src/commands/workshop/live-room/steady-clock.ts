/** How long a reading of the clock is good for, in milliseconds. Reading the system's clocks takes longer than an answer. */
const GOOD_FOR = 20;

/**
 * The same clock, read less often. It never goes back.
 * @param from the earliest time that it shows
 */
export function steadyClock(now: () => number, from: number): () => number {
  let read = Number.NEGATIVE_INFINITY;
  let shown = from;
  return () => {
    const at = performance.now();
    if (at - read >= GOOD_FOR) {
      read = at;
      shown = Math.max(shown, now());
    }
    return shown;
  };
}
