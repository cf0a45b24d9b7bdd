import type { CourseIndex } from '../course/course.js';
import type { Problem } from '../course/problem.js';
import type { Certainty } from '../memory/certainty.js';
import type { OverlayName } from './state.js';

export type Action =
  /** Moves the highlight. It wraps around at both ends. */
  | { readonly type: 'move'; readonly by: 1 | -1 }
  /** Highlights an entry, from 0. An index out of range does nothing. */
  | { readonly type: 'point'; readonly at: number }
  | { readonly type: 'point-last' }
  /** Opens the highlighted entry, answers with the highlighted choice, or continues. */
  | { readonly type: 'enter' }
  /** Goes to the next step, on pages without a choice. */
  | { readonly type: 'next' }
  /** Answers with the pending choice and the learner's certainty. */
  | { readonly type: 'rate'; readonly certainty: Certainty }
  | { readonly type: 'back' }
  | { readonly type: 'look'; readonly at: OverlayName }
  | { readonly type: 'hint' }
  | { readonly type: 'more' }
  | { readonly type: 'scroll'; readonly to: number }
  /** Closes the overlay, or leaves the lesson. */
  | { readonly type: 'close' }
  | { readonly type: 'quit' }
  /** Time has passed. */
  | { readonly type: 'tick' }
  /** The course's files have changed, and the context has the new ones. `open` is a lesson to open. */
  | { readonly type: 'reload'; readonly course: CourseIndex; readonly open?: string }
  /** The course's files have changed and now have problems that keep the course from opening. */
  | { readonly type: 'problems'; readonly problems: readonly Problem[] };
