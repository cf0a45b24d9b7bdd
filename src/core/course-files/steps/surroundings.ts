import type { CourseDraft } from '../draft.js';
import type { Sentences } from '../ids.js';

/** What a question of a lesson may refer to. */
export type Surroundings = {
  readonly lists: CourseDraft;
  readonly sentences: Sentences;
  /** The ids of the sentences in the reading just before; undefined without a reading. */
  readonly read: readonly string[] | undefined;
  readonly closedBook: boolean;
};
