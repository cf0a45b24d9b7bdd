/**
 * Memoizes a function of an immutable object: a screen asks the same question several times per key. A result is
 * released together with its argument.
 */
export function memoize<A extends object, R>(work: (a: A) => R): (a: A) => R {
  const cache = new WeakMap<A, { readonly result: R }>();
  return (a) => {
    const entry = cache.get(a) ?? { result: work(a) };
    cache.set(a, entry);
    return entry.result;
  };
}

/** Memoizes a function of two immutable objects. */
export function memoize2<A extends object, B extends object, R>(
  work: (a: A, b: B) => R,
): (a: A, b: B) => R {
  const workWith = memoize((a: A) => memoize((b: B) => work(a, b)));
  return (a, b) => workWith(a)(b);
}
