import type { CourseIndex } from '../course/course.js';
import type { Problem } from '../course/problem.js';
import type { Certainty } from '../memory/certainty.js';
import type { LiveChange } from './live.js';
import type { OverlayName } from './state.js';

export type Action =
  /** Moves the highlight. It wraps around at both ends. */
  | { readonly type: 'move'; readonly by: 1 | -1 }
  /** Highlights an entry, from 0. An index out of range does nothing. */
  | { readonly type: 'point'; readonly at: number }
  | { readonly type: 'point-last' }
  /** Puts the highlighted statement of a sort board under a heading, from 0. */
  | { readonly type: 'put'; readonly at: number }
  /** Takes a statement of a sort board, from 0, from its heading and highlights it. */
  | { readonly type: 'take-back'; readonly at: number }
  /**
   * Opens the highlighted entry, answers with the highlighted choice, hands in a sort board, or continues.
   * `passageInSight` is set if the page shows the passage beside the question.
   */
  | { readonly type: 'enter'; readonly passageInSight?: boolean }
  /** Shows the answer after a first miss, instead of choosing again. */
  | { readonly type: 'show-answer' }
  /** Goes to the next step, on pages without a choice. */
  | { readonly type: 'next' }
  /** Answers with the pending choice and the learner's certainty. */
  | { readonly type: 'rate'; readonly certainty: Certainty }
  | { readonly type: 'back' }
  /** Adds text to the field of the page. */
  | { readonly type: 'type'; readonly text: string }
  /** Takes the last character from the field, or all of them. */
  | { readonly type: 'erase'; readonly all?: boolean }
  | { readonly type: 'look'; readonly at: OverlayName }
  | { readonly type: 'hint' }
  | { readonly type: 'more' }
  | { readonly type: 'scroll'; readonly to: number }
  /** Closes the overlay, or leaves the lesson. */
  | { readonly type: 'close' }
  | { readonly type: 'quit' }
  /** Goes on without the live room, which cannot be reached. */
  | { readonly type: 'go-alone' }
  /** Something has changed in the live room, or in the connection to it. */
  | { readonly type: 'live'; readonly change: LiveChange }
  /** Time has passed. */
  | { readonly type: 'tick' }
  /**
   * The course's files have changed, and the context has the new ones. `open` is a lesson to open; `findings` is what
   * `check` finds in them.
   */
  | {
      readonly type: 'reload';
      readonly course: CourseIndex;
      readonly open?: string;
      readonly findings?: readonly Problem[];
    }
  /** The course's files have changed and now have problems that keep the course from opening. */
  | { readonly type: 'problems'; readonly problems: readonly Problem[] };
