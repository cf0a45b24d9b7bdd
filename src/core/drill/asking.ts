import type { Claim, CourseMaterial } from '../course/ledger.js';
import type { Misreading } from '../course/vocabulary.js';

/** What is asked for and what could be answered, before it is made a question. */
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

export type MakePrompt = (claim: Claim, material: CourseMaterial) => DrillPrompt | undefined;
