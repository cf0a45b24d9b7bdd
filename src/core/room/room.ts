/** What is wrong with a code, as the end of a sentence. */
export type Rejection = { readonly rejected: string };

/** Whether verdicts are shown after each answer, or only when all is handed in. */
export const FEEDBACKS = ['now', 'later'] as const;

export type Feedback = (typeof FEEDBACKS)[number];

/** What everyone in a room does. */
export type Room = {
  /** As signs alone, without dashes; decides the order of the choices. */
  readonly code: string;
  /** Ids, in the course's order. */
  readonly lessons: readonly string[];
  /** How long it takes at most; 0: as long as it takes. */
  readonly minutes: number;
  readonly feedback: Feedback;
};

export const LONGEST_MINUTES = 255;
