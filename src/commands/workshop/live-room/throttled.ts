/**
 * Calls `work` after one or more calls of the result, at most once in `every` milliseconds, and always after the last.
 * It never runs within the call.
 */
export function throttled(work: () => void, every: number): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  const run = (): void => {
    isWaiting = false;
    last = performance.now();
    work();
  };
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(run, Math.max(0, last + every - performance.now())).unref();
  };
}
