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

/** Memoizes a function of a text. The results are released together with the returned function. */
export function memoizeByText<R>(work: (text: string) => R): (text: string) => R {
  const cache = new Map<string, { readonly result: R }>();
  return (text) => {
    const entry = cache.get(text) ?? { result: work(text) };
    cache.set(text, entry);
    return entry.result;
  };
}
