import type { CourseIndex } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import type { Parsed } from '../../core/course-files/parse-course.js';
import { COURSE_TO_COME, recordInMemory, startPreview } from '../../core/session/preview.js';
import { createSessionStore, type SessionStore } from '../../core/session/store.js';
import { openCourse } from '../../io/course/open-course.js';
import { findLesson } from '../course/find-lesson.js';
import type { Options } from '../environment.js';
import { UsageError } from '../errors.js';
import { sessionContext } from '../learn/session-context.js';

/** A session whose course can be changed under it. */
export type PreviewSession = {
  readonly store: SessionStore;
  readonly material: () => CourseMaterial;
  /** Goes on in the course as its files now are, or shows what is wrong with them. */
  readonly show: (read: Parsed) => void;
};

/** @param lesson what the first course that can be opened begins with; without one, home */
export function previewSession(lesson: string | undefined, options: Options): PreviewSession {
  const asked = lessonAsked(lesson);
  let course = openCourse(COURSE_TO_COME);
  const context = sessionContext(
    { lesson: (id) => course.lesson(id), material: () => course.material() },
    () => [],
    options,
  );
  const store = createSessionStore(
    startPreview(context),
    context,
    recordInMemory(),
    asked.takeWarning,
  );
  const showCourse = (index: CourseIndex): void => {
    const open = asked.idIn(index);
    store.dispatch({ type: 'reload', course: index, ...(open !== undefined && { open }) });
  };
  return {
    store,
    material: () => course.material(),
    show: (read) => {
      if ('problems' in read) store.dispatch({ type: 'problems', problems: read.problems });
      else {
        course = openCourse(read.course);
        showCourse(course.index);
      }
    },
  };
}

type LessonAsked = {
  /** Its id, the first time only; nothing where the course has no such lesson, which then is news. */
  readonly idIn: (course: CourseIndex) => string | undefined;
  /** Told once. */
  readonly takeWarning: () => string | undefined;
};

function lessonAsked(lesson: string | undefined): LessonAsked {
  let asked = lesson;
  let takeWarning: string | undefined;
  return {
    idIn: (course) => {
      const now = asked;
      asked = undefined;
      try {
        return now === undefined ? undefined : findLesson(course, now).id;
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        takeWarning = error.message;
        return undefined;
      }
    },
    takeWarning: () => {
      const told = takeWarning;
      takeWarning = undefined;
      return told;
    },
  };
}
