/**
 * A function of two values that do not change, which works each pair out once: a screen asks the same of the same
 * progress several times a key, and of a large course it takes long. Nothing is kept longer than the values are.
 */
export function workedOutOnce<A extends object, B extends object, R>(
  work: (a: A, b: B) => R,
): (a: A, b: B) => R {
  const known = new WeakMap<A, WeakMap<B, { readonly result: R }>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new WeakMap<B, { readonly result: R }>();
    const found = ofA.get(b) ?? { result: work(a, b) };
    known.set(a, ofA);
    ofA.set(b, found);
    return found.result;
  };
}
