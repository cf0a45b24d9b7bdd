/**
 * Calls `work` after one or more calls of the result, at most once in `every` milliseconds, and always after the last.
 * It never runs within the call.
 */
export function throttled(work: () => void, every: number): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        last = performance.now();
        work();
      },
      Math.max(0, last + every - performance.now()),
    ).unref();
  };
}
