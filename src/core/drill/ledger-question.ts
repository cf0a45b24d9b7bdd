import type { Check, Choice } from '../course/course.js';
import { claimEvidence } from '../course/evidence.js';
import type { Claim, CourseMaterial } from '../course/ledger.js';
import { hash32 } from '../hash.js';
import { channel } from './ask-channel.js';
import { kind } from './ask-kind.js';
import { actor, teller } from './ask-who.js';
import type { Distractor, DrillPrompt, MakePrompt } from './asking.js';

/** A question made from one claim of the ledger. */
export type LedgerQuestion = {
  readonly claim: Claim;
  readonly asks: Aspect;
  /** Shown above the question: the content without its source. */
  readonly said: string;
  readonly check: Check;
};

/** What a question can ask about a claim: who reports it, who acts, its kind, and the channel. */
export const ASPECTS = ['teller', 'actor', 'kind', 'channel'] as const;

export type Aspect = (typeof ASPECTS)[number];

const DISTRACTORS = 2;

/**
 * A question about one aspect of a claim; undefined if the ledger lacks the answer or enough distractors.
 * @param seed decides which distractors the question offers
 */
export function ledgerQuestion(
  claim: Claim,
  asks: Aspect,
  material: CourseMaterial,
  seed: string,
): LedgerQuestion | undefined {
  const prompt = PROMPTS[asks](claim, material);
  if (!prompt || claim.said === undefined) return undefined;
  const sortKey = ({ text }: Distractor): number => hash32(JSON.stringify([seed, text]));
  const shuffled = [...prompt.distractors].sort((a, b) => sortKey(a) - sortKey(b));
  const distractors = shuffled.slice(0, DISTRACTORS);
  if (distractors.length < DISTRACTORS) return undefined;
  const evidence = claimEvidence(claim, material);
  return {
    claim,
    asks,
    said: claim.said,
    check: checkOn({ claim, asks, evidence }, prompt, distractors),
  };
}

const KEY = 'key';

function checkOn(
  { claim, asks, evidence }: Pick<LedgerQuestion, 'claim' | 'asks'> & Pick<Check, 'evidence'>,
  { stem, skill, key }: DrillPrompt,
  distractors: readonly Distractor[],
): LedgerQuestion['check'] {
  const right: Choice = { id: KEY, text: key, feedback: claim.content };
  return {
    kind: 'check',
    id: `${claim.id}:${asks}`,
    stem,
    skill,
    claims: [claim.id],
    evidence,
    truth: claim.content,
    key: KEY,
    choices: [
      right,
      ...distractors.map((distractor, i) => ({ id: `other-${i + 1}`, ...distractor })),
    ],
  };
}

const PROMPTS: Readonly<Record<Aspect, MakePrompt>> = { teller, actor, kind, channel };
