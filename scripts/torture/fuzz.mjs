import fc from 'fast-check';
import { before, changedAt, leavesOf } from './leaves.mjs';
import { HIDDEN_SIGNS, printable, TELLING_SIGNS } from './signs.mjs';

/** Any signs: fast-check's own strings of them take a second to be made at all. */
const signs = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 12 })
  .map((codes) => String.fromCodePoint(...codes));

const nasty = fc.oneof(
  fc.constantFrom(...HIDDEN_SIGNS, ...TELLING_SIGNS, '__proto__', 'constructor', 'x'.repeat(5000)),
  signs,
);

/** Whatever JSON can hold. */
export const anything = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(-1, 1e308, null, true, [], {}),
);

/** What else a file may hold than what belongs in it. */
export const noise = fc.oneof(
  fc.json(),
  nasty,
  nasty.map((text) => `{${text}`),
);

/** The value with something before, or in the place of, one of its texts and numbers, however deep. */
export function touched(value) {
  const places = leavesOf(value);
  const change = fc.oneof(
    nasty.map(before),
    anything.map((other) => () => other),
  );
  return fc
    .tuple(fc.constantFrom(...places), change)
    .map(([path, one]) => changedAt(value, path, one));
}

/** @returns what went wrong in runs of a property, as the text of a fault */
export function faultsOf(what, property, { seed, runs }) {
  const {
    failed,
    counterexample,
    errorInstance,
    seed: met,
  } = fc.check(property, {
    seed,
    numRuns: runs,
  });
  if (!failed) return [];
  const example = printable(counterexample).slice(0, 300);
  return [`${what} (seed ${met}): ${errorInstance?.message} on ${example}`];
}
