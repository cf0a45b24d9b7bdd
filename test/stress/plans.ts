import fc from 'fast-check';
import { hash32 } from '../../src/core/hash.js';

/**
 * One value of an arbitrary, evenly chosen: the same seed gives the same one. The nth run of a part takes the seed plus n,
 * so that a run can be repeated as the first of a part.
 */
export function planned<T>(plan: fc.Arbitrary<T>, seed: number): T {
  // Hashed: fast-check's choices of one in two or four take turns over seeds that follow each other.
  const [value] = fc.sample(plan, { seed: hash32(`${seed}`), numRuns: 1, unbiased: true });
  return value as T;
}

/** An even number from 0 to 1; fc.double favours the very small ones. */
export const share: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 999_999 })
  .map((n) => n / 1_000_000);

/** True so often, from 0 to 1. */
export const chance = (probability: number): fc.Arbitrary<boolean> =>
  share.map((roll) => roll < probability);

/**
 * Runs a property, with shrinking: only for work within this process.
 * @returns what failed, with the smallest example that was found; nothing if all runs passed
 */
export async function faultsOf<T>(
  what: string,
  property: fc.IRawProperty<T>,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): Promise<readonly string[]> {
  const found = await fc.check(property, { seed, numRuns: runs });
  if (!found.failed) return [];
  const error = found.errorInstance instanceof Error ? found.errorInstance.message : 'false';
  const example = visible(fc.stringify(found.counterexample)).slice(0, 300);
  return [`${what} (seed ${found.seed}): ${error} with ${example}`];
}

/** Text whose every character can be seen: fault messages reach the terminal. */
export const visible = (text: string): string =>
  text.replace(/[^\x20-\x7e]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
