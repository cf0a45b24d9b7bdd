/** A wait before the next try, in milliseconds: longer after each failure, and never the same for everyone. */
export const waitAfter = (failures: number, random: () => number): number =>
  Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures, 10)) * (0.6 + 0.4 * random());

const SHORTEST = 200;

/** A host that was started again has everyone back within 5 seconds. */
const LONGEST = 2_500;

/** Resolves after the time, when it is woken, or when the signal aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Sleep {
  let wake = (): void => {};
  const done = new Promise<void>((resolve) => {
    wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(() => wake(), milliseconds);
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });
  return { done, wake };
}

export type Sleep = { readonly done: Promise<void>; readonly wake: () => void };
