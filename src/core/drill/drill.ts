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
 * The questions of a round, each about another claim. The seed decides which claims, and their order. The questions and
 * their feedback use nothing but claims that were read.
 * @param read the ids of claims that the learner has read
 * @returns fewer than `ROUND` if there are not so many to ask, empty if there is none
 */
export function drillRound(
  material: CourseMaterial,
  seed: string,
  read: ReadonlySet<string>,
): LedgerQuestion[] {
  const known = { ...material, claims: material.claims.filter(({ id }) => read.has(id)) };
  const questions: LedgerQuestion[] = [];
  for (const claim of inOrder(drillableClaims(known), seed)) {
    const question = questionAbout(claim, known, `${seed} ${questions.length}`);
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
