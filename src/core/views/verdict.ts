import { type MarkedPassage, markedPassages } from '../course/evidence.js';
import type { CourseMaterial } from '../course/ledger.js';
import {
  answerText,
  CORRECTED,
  chosenText,
  claimText,
  evidenceHeading,
  NOT_ANSWERED,
  questionId,
  SURELY_MISSED,
  saidHeading,
  VERDICT_RIGHT,
  VERDICT_WRONG,
  whyText,
} from '../messages/verdict.js';
import { attemptAt } from '../progress/attempt.js';
import type { Scene } from '../scene/scene.js';
import { statementsBy } from '../scene/statements-by.js';
import type { State } from '../state/state.js';

export type VerdictScene = Extract<Scene, { kind: 'verdict' }>;

/** A passage with the sentences that prove the key, which are marked. */
export type Proof = {
  readonly heading: string;
  readonly sentences: readonly { readonly text: string; readonly marked: boolean }[];
};

export type ExplainedChoice = { readonly text: string; readonly why: string };

/**
 * What a verdict says, in the order of its fields. Screens and line mode choose type, columns and colour. Line mode
 * leaves out sentences that are not marked.
 */
export type VerdictView = {
  readonly outcome: 'right' | 'wrong' | 'unanswered';
  readonly headline: string;
  /** Present if the key has changed since the answer. */
  readonly corrected?: string;
  /** Present if the learner was certain, and wrong. */
  readonly surelyMissed?: string;
  /** `why` is present after a right answer. After a wrong answer, `more` has it. */
  readonly key: { readonly text: string; readonly why?: string };
  readonly proofs: readonly Proof[];
  /** The learner's choice, if it was wrong and is still in the course. */
  readonly chosen?: ExplainedChoice;
  readonly more: MoreOfVerdict;
};

/** What a verdict adds when the learner asks for more. */
export type MoreOfVerdict = {
  readonly why?: string;
  readonly others: readonly ExplainedChoice[];
  /** Statements of the source that the learner picked wrongly. */
  readonly said?: { readonly heading: string; readonly statements: readonly string[] };
  readonly id: string;
};

export function verdictView(
  now: VerdictScene,
  state: State,
  material: CourseMaterial,
): VerdictView {
  const { step, verdict, corrected, surelyMissed } = now;
  const { right, key, chosen } = verdict;
  return {
    ...outcomeOf(now),
    ...(corrected && { corrected: CORRECTED }),
    ...(surelyMissed && { surelyMissed: SURELY_MISSED }),
    key: { text: answerText(key.text), ...(right && { why: key.feedback }) },
    proofs: markedPassages(step, material).map(proofOf),
    ...(!right && chosen && { chosen: { text: chosenText(chosen.text), why: chosen.feedback } }),
    more: moreOf(now, state, material),
  };
}

function outcomeOf({ isOpen, verdict }: VerdictScene): Pick<VerdictView, 'outcome' | 'headline'> {
  if (isOpen) return { outcome: 'unanswered', headline: NOT_ANSWERED };
  return verdict.right
    ? { outcome: 'right', headline: VERDICT_RIGHT }
    : { outcome: 'wrong', headline: VERDICT_WRONG };
}

const proofOf = (passage: MarkedPassage): Proof => ({
  heading: evidenceHeading(passage),
  sentences: passage.sentences.map(({ sentence, marked }) => ({ text: sentence.text, marked })),
});

function moreOf(now: VerdictScene, state: State, material: CourseMaterial): MoreOfVerdict {
  const { right, key, others } = now.verdict;
  const said = right ? undefined : statementsOf(now, state, material);
  return {
    ...(!right && { why: whyText(key.feedback) }),
    others: others.map(({ text, feedback }) => ({ text, why: feedback })),
    ...(said && { said }),
    id: questionId(now),
  };
}

function statementsOf(
  { lesson, verdict }: VerdictScene,
  state: State,
  material: CourseMaterial,
): MoreOfVerdict['said'] {
  const source = material.sources.find(({ id }) => id === verdict.chosen?.names);
  if (!source || !lesson) return undefined;
  const claims = statementsBy(source.id, material, lesson, attemptAt(state.progress, lesson.id));
  if (claims.length === 0) return undefined;
  return {
    heading: saidHeading(source),
    statements: claims.map((claim) => claimText(claim, material)),
  };
}
