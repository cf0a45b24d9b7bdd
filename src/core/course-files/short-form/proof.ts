import type { Located, LocatedList } from '../listing.js';
import type { ClaimValue } from '../schema/ledger.js';

/** What the evidence and the truth of a question follow from: claims without a fault, by id. */
export type Ledger = ReadonlyMap<string, Located<ClaimValue>>;

/** @param isSentence whether the course has a sentence with this id; if not, that is a fault of the claim */
export const ledgerOf = (
  { items }: LocatedList<ClaimValue>,
  isSentence: (id: string) => boolean,
): Ledger =>
  new Map(
    items
      .filter(({ value }) => isSentence(value.sentence))
      .map((claim) => [claim.value.id, claim] as const),
  );

type WrittenProof = {
  readonly claims: readonly string[];
  readonly evidence?: readonly string[];
  readonly truth?: string;
};

/** `evidence` is empty, or `truth` is, if the author did not write it and it does not follow from the claims. */
type ProofOfKey = { readonly evidence: string[]; readonly truth: string };

/**
 * The evidence and the truth of a check or of a row: what its author wrote, or else the sentences of its claims, in the
 * order of the ledger, and the content of its only claim. If a claim has a fault, nothing follows.
 */
export function proofOf({ claims, evidence, truth }: WrittenProof, ledger: Ledger): ProofOfKey {
  const found = claims.flatMap((id) => ledger.get(id) ?? []);
  const [only] = claims.length === 1 ? found : [];
  return {
    evidence: evidence ? [...evidence] : found.length < claims.length ? [] : sentencesOf(found),
    truth: truth ?? only?.value.content ?? '',
  };
}

const sentencesOf = (claims: readonly Located<ClaimValue>[]): string[] => [
  ...new Set(claims.toSorted((a, b) => position(a) - position(b)).map((one) => one.value.sentence)),
];

const position = ({ path }: Located<ClaimValue>): number => Number(path.at(-1));
