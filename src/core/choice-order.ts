import type { Check, Choice } from './course/course.js';
import { hash32 } from './hash.js';

/**
 * The choices in the order shown. Each is placed by a hash of (seed, check, choice): the same seed gives the same
 * order on every machine, and adding or rewording a choice leaves the others in their order. Days and numbers are
 * easiest to read in their own order: choices that the author has marked as ordered stay as written.
 */
export function orderedChoices(check: Check, seed: string): Choice[] {
  if (check.ordered) return [...check.choices];
  const place = (choice: Choice): number => hash32(JSON.stringify([seed, check.id, choice.id]));
  return [...check.choices].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}
