import type { DueCheck } from './schedule.js';

/**
 * What a review asks, in its order: what was wrong though it had been called certain (confident errors correct best,
 * Butterfield and Metcalfe 2001), then the most overdue. Of checks on the same claim only the first: they would give
 * one another away.
 * @param claimsOf the claims of a check, likes under one name
 * @param size how many at most
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
