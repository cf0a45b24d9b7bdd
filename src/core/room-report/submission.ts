import type { Certainty } from '../memory/certainty.js';
import type { AttemptStatus } from '../room/attempt-status.js';
import type { HandIn } from '../room/hand-in-code.js';
import type { AnswerSheet } from './item-analysis.js';
import type { Result } from './result.js';

/**
 * A result or hand-in code, or the reason why it is rejected, as the end of a sentence. `where` is a file's name, with a
 * line number for a code.
 */
export type Submission =
  | { readonly where: string; readonly result: Result }
  | { readonly where: string; readonly handIn: HandIn; readonly name: string | undefined }
  | { readonly where: string; readonly rejected: string };

/** One person, counted once. */
export type Participant = {
  /** Only the first characters if the submission is a hand-in code. */
  readonly id: string;
  readonly name: string;
  /** Whether the person gave the name; if not, it is made up. */
  readonly named: boolean;
  readonly where: string;
  /** Whether the exercise was handed in, its time was over or all its checks are answered. */
  readonly isWhole: boolean;
  readonly status: AttemptStatus;
  /** Whether the person got more time than the room. */
  readonly isLengthened: boolean;
  readonly answers: AnswerSheet;
  readonly certainties: ReadonlyMap<string, Certainty>;
};

/** A submission that does not count. `why` is the end of a sentence. */
export type NotCounted = {
  readonly where: string;
  readonly why: string;
  /** The submission of the same person that counts; the sentence ends with it. */
  readonly countedAt?: string;
};

/** A submission that counts if it is of the right room and is the person's best one. */
export type Candidate = Participant & {
  /** Milliseconds since 1970; 0 for a hand-in code, which has no time. */
  readonly saved: number;
  readonly lessons: readonly string[];
  /** The room code; undefined for a hand-in code, which has only the tag. */
  readonly code: string | undefined;
  readonly tag: number;
};
