import type { CourseDraft } from '../draft.js';
import type { Sentences } from '../ids.js';

/** What a question of a lesson may refer to. */
export type StepSurroundings = {
  readonly lists: CourseDraft;
  readonly sentences: Sentences;
  /** The reading just before. Its shape can have faults: then it is `unknown`. */
  readonly reading?: ReadingBefore | 'unknown';
  readonly closedBook: boolean;
};

export type ReadingBefore = {
  readonly id: string;
  readonly passages: readonly string[];
  /** The ids of the sentences that it shows. */
  readonly sentences: readonly string[];
};
