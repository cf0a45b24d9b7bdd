import type { Claim, CourseMaterial } from '../course/ledger.js';
import { hash32 } from '../hash.js';
import { ASPECTS, type LedgerQuestion, ledgerQuestion } from './ledger-question.js';

/** Fewer usable claims than this make no rounds: the same would come again and again. */
export const LEAST_CLAIMS = 8;

/** So many read claims are enough to keep to what was read. */
const ENOUGH_READ = 4;

/** What may be asked who said it: told by somebody, by nobody else, and not left out by the author. */
export const isDrillable = (claim: Claim): boolean =>
  claim.said !== undefined &&
  !claim.presupposed &&
  claim.alike === undefined &&
  claim.exercise === undefined;

/** The claims that rounds are made of. */
export const drillableClaims = ({ claims }: CourseMaterial): Claim[] => claims.filter(isDrillable);

export const hasDrill = (material: CourseMaterial): boolean =>
  drillableClaims(material).length >= LEAST_CLAIMS;

/**
 * The nth question, from 0, of the rounds that a seed makes: all claims once, in an order of their own, before any
 * comes again.
 * @param read the ids of claims that the learner has read; as soon as there are enough, only these are asked
 * @returns nothing where nothing can be asked
 */
export function drillQuestion(
  material: CourseMaterial,
  seed: string,
  n: number,
  read: ReadonlySet<string>,
): LedgerQuestion | undefined {
  const items = askable(material, read);
  if (items.length === 0) return undefined;
  const round = Math.floor(n / items.length);
  const place = ({ claim }: Askable): number => hash32(JSON.stringify([seed, round, claim.id]));
  const ordered = [...items].sort((a, b) => place(a) - place(b));
  const ways = ordered[n % items.length]?.ways ?? [];
  return ways[hash32(JSON.stringify([seed, n])) % ways.length]?.(`${seed} ${n}`);
}

type Askable = {
  readonly claim: Claim;
  readonly ways: readonly ((seed: string) => LedgerQuestion | undefined)[];
};

function askable(material: CourseMaterial, read: ReadonlySet<string>): Askable[] {
  const usable = drillableClaims(material);
  const known = usable.filter(({ id }) => read.has(id));
  const pool = known.length >= ENOUGH_READ ? known : usable;
  return pool
    .map((claim) => ({ claim, ways: waysToAsk(claim, material) }))
    .filter(({ ways }) => ways.length > 0);
}

/** Whether something can be asked does not depend on the seed: that only decides which distractors are taken. */
const waysToAsk = (claim: Claim, material: CourseMaterial): Askable['ways'] =>
  ASPECTS.filter((asks) => ledgerQuestion(claim, asks, material, '')).map(
    (asks) => (seed) => ledgerQuestion(claim, asks, material, seed),
  );
