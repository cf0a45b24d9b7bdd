import type { Check, Choice } from '../course/course.js';
import type { Claim, CourseMaterial, Source } from '../course/ledger.js';
import { areConfusable, claimGroup, sourceOf } from '../course/ledger.js';
import { isDrillable } from '../drill/drill.js';
import { ledgerQuestion } from '../drill/ledger-question.js';
import { hash32 } from '../hash.js';

/** A check from the other end: what is shown above the question, if anything is, and the question. */
export type ReverseQuestion = { readonly said?: string; readonly check: Check };

/**
 * The same claim asked from the other end: where a check asks for the source, what that source did say; else, who said
 * it. Nothing where the ledger does not have what it takes.
 * @param seed decides which wrong answers are taken
 */
export function reverseQuestion(
  check: Check,
  material: CourseMaterial,
  seed: string,
): ReverseQuestion | undefined {
  const claim = material.claims.find(({ id }) => check.claims.includes(id));
  if (!claim || !isDrillable(claim)) return undefined;
  if (check.skill !== 'attribution' && check.skill !== 'sourcing')
    return ledgerQuestion(claim, 'teller', material, seed);
  const asked = saidMirror(claim, material, seed);
  return asked && { check: asked };
}

const DISTRACTORS = 2;

function saidMirror(claim: Claim, material: CourseMaterial, seed: string): Check | undefined {
  const source = sourceOf(claim.source, material);
  const others = source ? otherSayings(claim, source, material, seed) : [];
  if (!source || claim.said === undefined || others.length < DISTRACTORS) return undefined;
  const narration = source.type === 'narration';
  const right: Choice = { id: 'key', text: claim.said, feedback: claim.content };
  return {
    kind: 'check',
    id: `${claim.id}:said`,
    stem: narration
      ? 'Which of these does the story tell in its own voice?'
      : `Which of these does the story have from this source: ${source.name}?`,
    skill: 'attribution',
    claims: [claim.id],
    evidence: [claim.sentence],
    truth: claim.content,
    key: right.id,
    choices: [right, ...others.map(sayingChoice)],
  };
}

/** What others say, each by another source, and none that could be said to be this one's. */
function otherSayings(
  claim: Claim,
  source: Source,
  material: CourseMaterial,
  seed: string,
): readonly Claim[] {
  const place = ({ id }: Claim): number => hash32(JSON.stringify([seed, claim.id, id]));
  const taken: Claim[] = [];
  for (const one of material.claims.filter(isDrillable).sort((a, b) => place(a) - place(b))) {
    const by = sourceOf(one.source, material);
    if (!by || areConfusable(by, source) || one.actor === source.id) continue;
    if (claimGroup(one) === claimGroup(claim) || taken.some((other) => other.source === one.source))
      continue;
    taken.push(one);
  }
  return taken.slice(0, DISTRACTORS);
}

const sayingChoice = ({ said = '', content }: Claim, i: number): Choice => ({
  id: `other-${i + 1}`,
  text: said,
  feedback: content,
  misreading: 'wrong-source',
});
