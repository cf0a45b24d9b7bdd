import type { Check, Choice } from '../course/course.js';
import { claimEvidence } from '../course/evidence.js';
import type { Claim, CourseMaterial, Source } from '../course/ledger.js';
import { areConfusable, claimGroup, sourceOf } from '../course/ledger.js';
import { isDrillable } from '../drill/drill.js';
import { ledgerQuestion } from '../drill/ledger-question.js';
import { hash32 } from '../hash.js';

/** A question that asks about the claim of a check in the other direction. `said` is shown above the question. */
export type ReverseQuestion = { readonly said?: string; readonly check: Check };

/**
 * The reverse question of a check. If the check asks who said something, it asks what that source said; otherwise it asks
 * who said it. undefined if the ledger lacks the material, and for a check in the text, which no review asks.
 * @param seed decides which distractors the question offers
 */
export function reverseQuestion(
  check: Check,
  material: CourseMaterial,
  seed: string,
): ReverseQuestion | undefined {
  const claim = material.claims.find(({ id }) => check.claims.includes(id));
  if (!claim || !isAsked(claim) || check.inText) return undefined;
  if (check.skill !== 'attribution' && check.skill !== 'sourcing')
    return ledgerQuestion(claim, 'teller', material, seed);
  const reverse = whatSourceSaid(claim, material, seed);
  return reverse && { check: reverse };
}

/** Whether a claim can be said without the number of a paragraph. */
const isAsked = (claim: Claim): boolean => isDrillable(claim) && !claim.said?.includes('¶');

const DISTRACTORS = 2;

function whatSourceSaid(claim: Claim, material: CourseMaterial, seed: string): Check | undefined {
  const source = sourceOf(claim.source, material);
  const others = source ? otherSayings(claim, source, material, seed) : [];
  if (!source || claim.said === undefined || others.length < DISTRACTORS) return undefined;
  const isNarration = source.type === 'narration';
  const right: Choice = { id: 'key', text: claim.said, feedback: claim.content };
  return {
    kind: 'check',
    id: `${claim.id}:said`,
    stem: isNarration
      ? 'Which statement does the story make in its own voice?'
      : `Which statement is from this source: ${source.name}?`,
    skill: 'attribution',
    claims: [claim.id],
    evidence: claimEvidence(claim, material),
    truth: claim.content,
    key: right.id,
    choices: [right, ...others.map(sayingChoice)],
  };
}

/** Claims by other sources, at most one from each, none of which could be credited to this source. */
function otherSayings(
  claim: Claim,
  source: Source,
  material: CourseMaterial,
  seed: string,
): readonly Claim[] {
  const sortKey = ({ id }: Claim): number => hash32(JSON.stringify([seed, claim.id, id]));
  const chosen: Claim[] = [];
  for (const other of material.claims.filter(isAsked).sort((a, b) => sortKey(a) - sortKey(b))) {
    const otherSource = sourceOf(other.source, material);
    if (!otherSource || areConfusable(otherSource, source) || other.actor === source.id) continue;
    if (claimGroup(other) === claimGroup(claim)) continue;
    if (!chosen.some((one) => one.source === other.source)) chosen.push(other);
  }
  return chosen.slice(0, DISTRACTORS);
}

const sayingChoice = ({ said = '', content }: Claim, i: number): Choice => ({
  id: `other-${i + 1}`,
  text: said,
  feedback: content,
  misreading: 'wrong-source',
});
