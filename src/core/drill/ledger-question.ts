import type { Check, Choice } from '../course/course.js';
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
  /** What is shown: the content without its source. */
  readonly said: string;
  readonly check: Check;
};

/** What can be asked of a claim: who told it, whose act it is, what kind of thing it is, by which way it was told. */
export const ASPECTS = ['teller', 'actor', 'kind', 'channel'] as const;

export type Aspect = (typeof ASPECTS)[number];

/** How many wrong answers are offered. */
const DISTRACTORS = 2;

/**
 * A question on a claim, where the ledger has what is asked for and enough wrong answers that cannot be right.
 * @param seed decides which wrong answers are taken
 */
export function ledgerQuestion(
  claim: Claim,
  asks: Aspect,
  material: CourseMaterial,
  seed: string,
): LedgerQuestion | undefined {
  const asked = PROMPTS[asks](claim, material);
  if (!asked || claim.said === undefined) return undefined;
  const place = ({ text }: Distractor): number => hash32(JSON.stringify([seed, text]));
  const taken = [...asked.distractors].sort((a, b) => place(a) - place(b)).slice(0, DISTRACTORS);
  if (taken.length < DISTRACTORS) return undefined;
  return { claim, asks, said: claim.said, check: checkOn(claim, asks, asked, taken) };
}

const KEY = 'key';

function checkOn(
  claim: Claim,
  asks: Aspect,
  { stem, skill, key }: DrillPrompt,
  taken: readonly Distractor[],
): LedgerQuestion['check'] {
  const right: Choice = { id: KEY, text: key, feedback: claim.content };
  return {
    kind: 'check',
    id: `${claim.id}:${asks}`,
    stem,
    skill,
    claims: [claim.id],
    evidence: [claim.sentence],
    truth: claim.content,
    key: KEY,
    choices: [right, ...taken.map((one, i) => ({ id: `other-${i + 1}`, ...one }))],
  };
}

const PROMPTS: Readonly<Record<Aspect, MakePrompt>> = { teller, actor, kind, channel };
