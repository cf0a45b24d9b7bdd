import type { Item, ItemLedger, LedgerClaim } from '../rule.js';

/** The claims that a question asks about. Empty if one of them is missing in the ledger, which is an error of its own. */
export function claimsOf({ claims }: Item, ledger: ItemLedger): LedgerClaim[] {
  const found = claims.flatMap((id) => ledger.claims.find((claim) => claim.id === id) ?? []);
  return found.length === claims.length ? found : [];
}

/** The claims that a question asks about, and those that say the same. */
export function claimsAndAlike(item: Item, ledger: ItemLedger): LedgerClaim[] {
  const own = claimsOf(item, ledger);
  return own.length === 0
    ? []
    : ledger.claims.filter(
        (claim) => own.includes(claim) || own.some((one) => areAlike(one, claim)),
      );
}

export const areAlike = (a: LedgerClaim, b: LedgerClaim): boolean =>
  a !== b && a.alike !== undefined && a.alike === b.alike;

/** The id of the source who acts; of the source who says it if the claim has no actor; undefined if it is no source. */
export function actorId(
  { actor, source }: LedgerClaim,
  { sources }: ItemLedger,
): string | undefined {
  if (actor === undefined) return source;
  return sources.find(({ id, name }) => id === actor || name === actor)?.id;
}
