import type { MadeWith } from './made-with.js';

/** Why a code was rejected, as the end of a sentence that begins with the code. */
export type Rejection = {
  readonly rejected: string;
  /** The program that made the code, if the code says so. */
  readonly madeWith?: MadeWith;
};

/** When verdicts are shown: after each answer, or after handing in. */
export const FEEDBACKS = ['now', 'later'] as const;

export type Feedback = (typeof FEEDBACKS)[number];

/** A room and its exercise. */
export type Room = {
  /** Characters without dashes. Also the seed for the order of the choices. */
  readonly code: string;
  /** Ids of the lessons, in the course's order. */
  readonly lessons: readonly string[];
  /** The time limit in minutes, from 1 to 255; 0 means no limit, or a common end. */
  readonly minutes: number;
  /** When everyone's time ends: a full minute, in milliseconds since 1970. Only if `minutes` is 0. */
  readonly until?: number;
  readonly feedback: Feedback;
  /** Whether everyone says how sure they are. Absent in rooms of 0.1.0 and 0.2.0: there the learner's own setting counts. */
  readonly certainty?: boolean;
};

export const LONGEST_MINUTES = 255;
