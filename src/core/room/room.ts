/** Why a code was rejected, as the end of a sentence that begins with the code. */
export type Rejection = { readonly rejected: string };

/** When verdicts are shown: after each answer, or after handing in. */
export const FEEDBACKS = ['now', 'later'] as const;

export type Feedback = (typeof FEEDBACKS)[number];

/** A room and its exercise. */
export type Room = {
  /** Characters without dashes. Also the seed for the order of the choices. */
  readonly code: string;
  /** Ids of the lessons, in the course's order. */
  readonly lessons: readonly string[];
  /** The time limit in minutes, from 1 to 255; 0 means no limit. */
  readonly minutes: number;
  readonly feedback: Feedback;
};

export const LONGEST_MINUTES = 255;
