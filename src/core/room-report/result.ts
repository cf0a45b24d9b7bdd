import type { LookUp } from '../log/entry.js';
import type { Certainty } from '../memory/certainty.js';
import type { AttemptStatus } from '../room/attempt-status.js';
import type { Person } from '../room/person.js';
import type { Feedback } from '../room/room.js';

/** The first answer to a check. */
export type ResultAnswer = {
  readonly check: string;
  readonly choice: string;
  readonly certainty?: Certainty;
  /** What the learner looked up before answering. */
  readonly lookUps?: readonly LookUp[];
};

/** The choices that a participant hands in. Readers grade the choices again. */
export type Result = {
  readonly course: string;
  /** A hash of the exercise's checks and keys. */
  readonly exercise: string;
  readonly code: string;
  readonly lessons: readonly string[];
  /** Undefined if a file does not say when its room shows verdicts. */
  readonly feedback: Feedback | undefined;
  readonly person: Person;
  /** Milliseconds since 1970; undefined if a file does not say it. */
  readonly began: number | undefined;
  /** Milliseconds since 1970. */
  readonly saved: number;
  /** Undefined if results had no status yet, and the exercise was not handed in. */
  readonly status: AttemptStatus | undefined;
  /** Whether the person got more time than the room. */
  readonly isLengthened: boolean;
  readonly answers: readonly ResultAnswer[];
  /** The second votes of a live room. Empty elsewhere. */
  readonly second: readonly Pick<ResultAnswer, 'check' | 'choice'>[];
  /** Ids of the checks whose first vote this person could not take part in. Empty outside live rooms. */
  readonly unseen: readonly string[];
};

/** Distinguishes a result file from other JSON. */
export const KIND = 'on-the-record result';

export const VERSION = 1;

/** In bytes. A result with hundreds of checks is smaller. */
export const LARGEST_RESULT = 256 * 1024;
