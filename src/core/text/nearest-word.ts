import { distance } from 'fastest-levenshtein';

/** A longer word is unlikely to be a typo, and comparing it takes time quadratic in its length. */
const LONGEST = 64;

/**
 * Returns the known word with the smallest Levenshtein distance to `word`. The distance must be under half of the
 * word's length (1 is always allowed); undefined if no known word is that close.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let limit = Math.max(2, Math.ceil(word.length / 2));
  for (const candidate of known) {
    const edits = distance(word, candidate);
    if (edits < limit) [best, limit] = [candidate, edits];
  }
  return best;
}
