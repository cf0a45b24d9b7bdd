import type { CourseIndex } from '../course/course.js';
import type { Problem } from '../course/problem.js';
import type { Certainty } from '../memory/certainty.js';
import type { OverlayName } from './state.js';

export type Action =
  /** Moves the highlight, round at both ends. */
  | { readonly type: 'move'; readonly by: 1 | -1 }
  /** Puts the highlight on an entry, from 0; one that is not there is passed over. */
  | { readonly type: 'point'; readonly at: number }
  | { readonly type: 'point-last' }
  /** Opens the entry, gives the answer, or goes on. */
  | { readonly type: 'enter' }
  /** Goes on where there is nothing to choose. */
  | { readonly type: 'next' }
  /** Gives the choice that was made, with how sure the learner is. */
  | { readonly type: 'rate'; readonly certainty: Certainty }
  | { readonly type: 'back' }
  | { readonly type: 'look'; readonly at: OverlayName }
  | { readonly type: 'hint' }
  | { readonly type: 'more' }
  | { readonly type: 'scroll'; readonly to: number }
  /** Out of the overlay, or of the lesson. */
  | { readonly type: 'close' }
  | { readonly type: 'quit' }
  /** Time has gone by; the result of an exercise may by now be written elsewhere. */
  | { readonly type: 'tick'; readonly file?: string }
  /** The course's files have changed: the world has the new ones. `open` begins in a lesson instead of going on. */
  | { readonly type: 'reload'; readonly course: CourseIndex; readonly open?: string }
  /** The course's files have changed, and cannot be opened as they are. */
  | { readonly type: 'problems'; readonly problems: readonly Problem[] };
