import type { Claim, CourseMaterial } from '../course/ledger.js';
import type { Misreading } from '../course/vocabulary.js';

/** The parts of a question, before some of the distractors are selected. */
export type DrillPrompt = {
  readonly stem: string;
  readonly skill: 'attribution' | 'demand' | 'sourcing';
  readonly key: string;
  readonly distractors: readonly Distractor[];
};

export type Distractor = {
  readonly text: string;
  readonly feedback: string;
  readonly misreading: Misreading;
};

/** Returns undefined if nothing can be asked about the claim. */
export type MakePrompt = (claim: Claim, material: CourseMaterial) => DrillPrompt | undefined;
