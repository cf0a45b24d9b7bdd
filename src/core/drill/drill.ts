import type { Claim, CourseMaterial } from '../course/ledger.js';
import { hash32 } from '../hash.js';
import { ASPECTS, type LedgerQuestion, ledgerQuestion } from './ledger-question.js';

/** The least number of claims for a drill: with fewer, the same questions would return too often. */
export const LEAST_CLAIMS = 8;

/** The most questions of a round. */
export const ROUND = 10;

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
 * The questions of a round, each about another claim. The seed decides which claims, and their order.
 * @param read the material as far as the learner has read it: choices and feedback use nothing else
 * @returns fewer than `ROUND` if there are not so many to ask, empty if there is none
 */
export function drillRound(read: CourseMaterial, seed: string): LedgerQuestion[] {
  const questions: LedgerQuestion[] = [];
  for (const claim of inOrder(drillableClaims(read), seed)) {
    const question = questionAbout(claim, read, `${seed} ${questions.length}`);
    if (question) questions.push(question);
    if (questions.length === ROUND) break;
  }
  return questions;
}

function inOrder(claims: readonly Claim[], seed: string): Claim[] {
  const sortKey = ({ id }: Claim): number => hash32(JSON.stringify([seed, id]));
  return [...claims].sort((a, b) => sortKey(a) - sortKey(b));
}

/** A question about one of the aspects that can be asked about. */
function questionAbout(
  claim: Claim,
  material: CourseMaterial,
  seed: string,
): LedgerQuestion | undefined {
  const questions = ASPECTS.flatMap((asks) => ledgerQuestion(claim, asks, material, seed) ?? []);
  return questions[hash32(JSON.stringify([seed])) % questions.length];
}
