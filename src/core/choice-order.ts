import type { Check, Choice } from './course/course.js';
import { hash32 } from './hash.js';

/**
 * Returns the choices in display order: sorted by a hash of (seed, check, choice). The same seed gives the same order on
 * every machine, and adding or rewording a choice keeps the order of the others. Choices that the author marked as
 * ordered, such as days and numbers, stay as written.
 */
export function orderedChoices(check: Check, seed: string): Choice[] {
  if (check.ordered) return [...check.choices];
  const sortKey = (choice: Choice): number => hash32(JSON.stringify([seed, check.id, choice.id]));
  return [...check.choices].sort((a, b) => sortKey(a) - sortKey(b) || (a.id < b.id ? -1 : 1));
}
