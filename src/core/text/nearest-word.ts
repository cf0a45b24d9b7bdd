import { distance } from 'fastest-levenshtein';

/** A longer word is unlikely to be a typo, and comparing it takes time quadratic in its length. */
const LONGEST = 64;

/**
 * Returns the known word that differs least from `word`: in at most a third of the letters of the longer one. Two swapped
 * letters count as one, and case does not count. Undefined if no known word is that close.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = editsBetween(word.toLowerCase(), candidate.toLowerCase());
    const isClose = 3 * edits <= Math.max(word.length, candidate.length);
    if (isClose && edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && sorted(a) === sorted(b) ? 1 : edits;
}

const sorted = (word: string): string => [...word].sort().join('');
