/** The learner's rating of their own answer, before the verdict (certainty-based marking, Gardner-Medwin 1995). */
export const CERTAINTIES = ['guess', 'fairly', 'certain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const isCertainty = (value: unknown): value is Certainty =>
  CERTAINTIES.some((certainty) => certainty === value);
