import type { Course } from '../course/course.js';
import type { NewEntry } from '../log/entry.js';
import { emptyProgress, foldOnto } from '../progress/fold.js';
import type { Progress } from '../progress/progress.js';
import type { SettingTexts } from '../settings.js';
import type { SessionContext } from '../state/context.js';
import type { Transition } from '../state/transition.js';
import { start } from './start.js';

/** An empty course that a preview shows until its files are valid. */
export const COURSE_TO_COME: Course = {
  index: {
    format: 2,
    id: '',
    title: '',
    language: '',
    about: [],
    hash: '',
    words: '',
    hasDrill: false,
    lessons: [],
  },
  material: { sources: [], claims: [], passages: [] },
  lessons: [],
};

/** Starts an author's session, with the settings of the program. The first `reload` brings the course. */
export function startPreview(context: SessionContext, settings: SettingTexts): Transition {
  const { state, events } = start(COURSE_TO_COME.index, { ...emptyProgress, settings }, context);
  return { state: { ...state, preview: { problems: [], scroll: 0 } }, events };
}

/** Records events in memory only. The returned function adds events and returns the progress so far. */
export function recordInMemory(settings: SettingTexts): (events: readonly NewEntry[]) => Progress {
  let progress: Progress = { ...emptyProgress, settings };
  let t = 0;
  return (events) => {
    const entries = events.map((event) => {
      t += 1;
      return { ...event, id: String(t), t };
    });
    progress = foldOnto(progress, entries);
    return progress;
  };
}
