import { type Course, FORMAT } from '../course/course.js';
import type { NewEntry } from '../log/entry.js';
import { emptyProgress, foldOnto } from '../progress/fold.js';
import type { Progress } from '../progress/progress.js';
import type { SessionContext } from '../state/context.js';
import type { Transition } from '../state/transition.js';
import { start } from './start.js';

/** What a preview holds until its files make a course. */
export const COURSE_TO_COME: Course = {
  index: {
    format: FORMAT,
    id: '',
    title: '',
    language: '',
    about: [],
    hash: '',
    hasDrill: false,
    lessons: [],
  },
  material: { sources: [], claims: [], passages: [] },
  lessons: [],
};

/** The session of an author, who hands it the course with the first `reload`. */
export function startPreview(context: SessionContext): Transition {
  const { state, events } = start(COURSE_TO_COME.index, emptyProgress, context);
  // Nothing is highlighted yet: with the course it is its first entry.
  return { state: { ...state, highlight: -1, preview: { problems: [], scroll: 0 } }, events };
}

/** Progress of one sitting: what happened is counted and kept nowhere. */
export function recordInMemory(): (events: readonly NewEntry[]) => Progress {
  let progress = emptyProgress;
  let t = 0;
  return (events) => {
    const entries = events.map((one) => {
      t += 1;
      return { ...one, id: String(t), t };
    });
    progress = foldOnto(progress, entries);
    return progress;
  };
}
