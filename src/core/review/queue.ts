import type { DueCheck } from './schedule.js';

/**
 * The checks of a review, in order. First come wrong answers that the learner was certain about, since learners correct
 * such errors best (Butterfield and Metcalfe 2001). Then come the most overdue. Takes only one check about each claim,
 * because one could reveal the answer to the other.
 * @param claimsOf the claims of a check; claims that say the same thing have one name
 * @param size the most checks
 */
export function reviewQueue(
  due: readonly DueCheck[],
  claimsOf: (one: DueCheck) => readonly string[],
  size: number,
): DueCheck[] {
  const asked = new Set<string>();
  const planned: DueCheck[] = [];
  for (const one of [...due].sort(byUrgency)) {
    if (planned.length >= size) break;
    const claims = claimsOf(one);
    if (claims.some((claim) => asked.has(claim))) continue;
    for (const claim of claims) asked.add(claim);
    planned.push(one);
  }
  return planned;
}

const byUrgency = (a: DueCheck, b: DueCheck): number =>
  Number(b.recall.surelyMissed) - Number(a.recall.surelyMissed) || a.due - b.due;
