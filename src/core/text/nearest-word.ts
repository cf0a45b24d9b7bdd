import { distance } from 'fastest-levenshtein';

/** Longer words are no slips of a known one, and comparing them takes time by the square of their length. */
const LONGEST = 64;

/** The known word that was most likely meant: one that less than half of it tells apart. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(word.length / 2));
  for (const other of known) {
    const apart = distance(word, other);
    if (apart < least) [best, least] = [other, apart];
  }
  return best;
}
