/**
 * A function of a value that does not change, which works each out once: a screen asks the same of the same state
 * several times a key. Nothing is kept longer than the value is.
 */
export function memoize<A extends object, R>(work: (a: A) => R): (a: A) => R {
  const known = new WeakMap<A, { readonly result: R }>();
  return (a) => {
    const found = known.get(a) ?? { result: work(a) };
    known.set(a, found);
    return found.result;
  };
}

/** The same of two values: what is asked of a course and a progress takes long where the course is large. */
export function memoize2<A extends object, B extends object, R>(
  work: (a: A, b: B) => R,
): (a: A, b: B) => R {
  const of = memoize((a: A) => memoize((b: B) => work(a, b)));
  return (a, b) => of(a)(b);
}
