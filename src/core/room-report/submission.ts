import type { Certainty } from '../memory/certainty.js';
import type { HandIn } from '../room/hand-in-code.js';
import type { AnswerSheet } from './item-analysis.js';
import type { Result } from './result.js';

/** One thing that was handed in, and where it was found. */
export type Submission =
  | { readonly where: string; readonly result: Result }
  | { readonly where: string; readonly handIn: HandIn; readonly name: string | undefined }
  | { readonly where: string; readonly rejected: string };

/** One person, counted once. */
export type Participant = {
  /** Of a code, the first signs only. */
  readonly id: string;
  readonly name: string;
  /** Whether the name was given, and not made up. */
  readonly named: boolean;
  readonly where: string;
  /** Whether the exercise was handed in; of a code, whether all is answered. */
  readonly isWhole: boolean;
  readonly answers: AnswerSheet;
  readonly certainties: ReadonlyMap<string, Certainty>;
};

/** What was not counted, and why, as the end of a sentence. */
export type NotCounted = {
  readonly where: string;
  readonly why: string;
  /** Where the same person was found that is counted; the end of the sentence. */
  readonly countedAt?: string;
};

/** A person as found, before it is known whether it is the only time. */
export type Candidate = Participant & {
  /** Where in the room's order of time; a code has no time, and comes before any file. */
  readonly saved: number;
  readonly lessons: readonly string[];
  /** The room, as far as it is told. */
  readonly code: string | undefined;
  readonly tag: number;
};
