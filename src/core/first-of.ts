/** One call of `firstOf` that waits for its promises. */
type Wait = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Stops waiting. */
  readonly leave: () => void;
};

/** The waits for each promise that has not settled. */
const waitsFor = new WeakMap<Promise<unknown>, Set<Wait>>();

/**
 * Settles as the first of the promises does. `Promise.race` does the same, but every promise that has not settled then
 * keeps a handler. In a loop that waits again and again for the same promise, these handlers would fill the memory.
 */
export const firstOf = <T extends readonly unknown[]>(
  promises: readonly [...{ [N in keyof T]: Promise<T[N]> }],
): Promise<T[number]> =>
  new Promise((resolve, reject) => {
    const all = promises.map(waitsAt);
    const leave = (): void => {
      for (const waits of all) waits.delete(wait);
    };
    const wait: Wait = { resolve: resolve as Wait['resolve'], reject, leave };
    for (const waits of all) waits.add(wait);
  });

function waitsAt(promise: Promise<unknown>): Set<Wait> {
  const known = waitsFor.get(promise);
  if (known) return known;
  const waits = new Set<Wait>();
  const settle = (end: (wait: Wait) => void): void => {
    waitsFor.delete(promise);
    for (const wait of waits) {
      wait.leave();
      end(wait);
    }
  };
  waitsFor.set(promise, waits);
  promise.then(
    (value) => settle((wait) => wait.resolve(value)),
    (reason) => settle((wait) => wait.reject(reason)),
  );
  return waits;
}
