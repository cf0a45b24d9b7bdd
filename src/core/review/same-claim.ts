import type { Check } from '../course/course.js';
import { type Claim, claimGroup } from '../course/ledger.js';

/**
 * Ids of checks about the same claim, a list for each claim that several of them ask about. One of them could reveal the
 * answer to another.
 */
export function checksOfSameClaim(
  checks: readonly Check[],
  claims: readonly Claim[],
): readonly (readonly string[])[] {
  const groups = new Map(claims.map((claim) => [claim.id, claimGroup(claim)]));
  const asked = new Map<string, string[]>();
  for (const { id, claims: about } of checks)
    for (const group of new Set(about.map((claim) => groups.get(claim) ?? claim))) {
      const others = asked.get(group);
      if (others) others.push(id);
      else asked.set(group, [id]);
    }
  return [...asked.values()].filter(({ length }) => length > 1);
}
