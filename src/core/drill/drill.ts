import type { Claim, CourseMaterial } from '../course/ledger.js';
import { hash32 } from '../hash.js';
import { ASPECTS, type LedgerQuestion, ledgerQuestion } from './ledger-question.js';

/** The least number of claims for a drill: with fewer, the same questions would return too often. */
export const LEAST_CLAIMS = 8;

/** From this many read claims on, the drill asks only about read claims. */
const ENOUGH_READ = 4;

/** Whether the drill may ask about a claim: exactly one source asserts it, and the author has not excluded it. */
export const isDrillable = (claim: Claim): boolean =>
  claim.said !== undefined &&
  !claim.presupposed &&
  claim.alike === undefined &&
  claim.exercise === undefined;

export const drillableClaims = ({ claims }: CourseMaterial): Claim[] => claims.filter(isDrillable);

export const hasDrill = (material: CourseMaterial): boolean =>
  drillableClaims(material).length >= LEAST_CLAIMS;

/**
 * The nth question of a drill. Each round asks about every claim once, in an order that depends on the seed.
 * @param n from 0
 * @param read the ids of claims that the learner has read
 * @returns undefined if no claim can be asked about
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
  const sortKey = ({ claim }: Askable): number => hash32(JSON.stringify([seed, round, claim.id]));
  const ordered = [...items].sort((a, b) => sortKey(a) - sortKey(b));
  const questions = ordered[n % items.length]?.questions ?? [];
  return questions[hash32(JSON.stringify([seed, n])) % questions.length]?.(`${seed} ${n}`);
}

type Askable = {
  readonly claim: Claim;
  readonly questions: readonly ((seed: string) => LedgerQuestion | undefined)[];
};

function askable(material: CourseMaterial, read: ReadonlySet<string>): Askable[] {
  const drillable = drillableClaims(material);
  const readClaims = drillable.filter(({ id }) => read.has(id));
  const pool = readClaims.length >= ENOUGH_READ ? readClaims : drillable;
  return pool
    .map((claim) => ({ claim, questions: questionsAbout(claim, material) }))
    .filter(({ questions }) => questions.length > 0);
}

/** One function per aspect that can be asked about. The seed only selects distractors, so an empty seed is enough to test. */
const questionsAbout = (claim: Claim, material: CourseMaterial): Askable['questions'] =>
  ASPECTS.filter((aspect) => ledgerQuestion(claim, aspect, material, '')).map(
    (aspect) => (seed) => ledgerQuestion(claim, aspect, material, seed),
  );
