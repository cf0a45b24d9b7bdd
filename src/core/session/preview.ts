import { type Course, FORMAT } from '../course/course.js';
import type { Happening } from '../log/entry.js';
import { emptyProgress, foldOnto } from '../progress/fold.js';
import type { Progress } from '../progress/progress.js';
import type { World } from '../state/context.js';
import type { Outcome } from '../state/transition.js';
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
  record: { sources: [], claims: [], passages: [] },
  lessons: [],
};

/** The session of an author, who hands it the course with the first `reload`. */
export function startPreview(world: World): Outcome {
  const { state, happened } = start(COURSE_TO_COME.index, emptyProgress, world);
  // Nothing is highlighted yet: with the course it is its first entry.
  return { state: { ...state, highlight: -1, preview: { problems: [], scroll: 0 } }, happened };
}

/** Progress of one sitting: what happened is counted and kept nowhere. */
export function recordInMemory(): (happened: readonly Happening[]) => Progress {
  let progress = emptyProgress;
  let t = 0;
  return (happened) => {
    const entries = happened.map((one) => {
      t += 1;
      return { ...one, id: String(t), t };
    });
    progress = foldOnto(progress, entries);
    return progress;
  };
}
