import type { LookUp } from '../log/entry.js';
import type { Certainty } from '../memory/certainty.js';
import type { Person } from '../room/person.js';

/** One first answer, as it was given. */
export type ResultAnswer = {
  readonly check: string;
  readonly choice: string;
  readonly certainty?: Certainty;
  /** What was looked up before it. */
  readonly lookUps?: readonly LookUp[];
};

/** What a participant hands in: choices, and not what came of them. */
export type Result = {
  readonly course: string;
  /** The hash of the exercise's checks and keys. */
  readonly exercise: string;
  readonly code: string;
  readonly lessons: readonly string[];
  readonly person: Person;
  /** Milliseconds since 1970. */
  readonly saved: number;
  readonly isHandedIn: boolean;
  readonly answers: readonly ResultAnswer[];
};

/** What tells a result file from any other JSON. */
export const KIND = 'on-the-record result';

export const VERSION = 1;

/** A result of hundreds of checks is smaller. In bytes. */
export const LARGEST_RESULT = 256 * 1024;
