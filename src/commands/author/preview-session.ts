import type { CourseIndex } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import type { Problem } from '../../core/course/problem.js';
import { COURSE_TO_COME, recordInMemory, startPreview } from '../../core/session/preview.js';
import {
  createSessionStore,
  type News,
  type SessionStore,
} from '../../core/session/session-store.js';
import type { SettingTexts } from '../../core/settings.js';
import { openCourse } from '../../io/course/open-course.js';
import { findLesson } from '../course/find-lesson.js';
import type { Options } from '../environment.js';
import { UsageError } from '../errors.js';
import { sessionContext } from '../learn/session-context.js';
import type { PreviewedCourse } from './previewed-course.js';

/** A session whose course can change while it runs. */
export type PreviewSession = {
  readonly store: SessionStore;
  readonly material: () => CourseMaterial;
  /** Continues with the changed course, or shows its problems. */
  readonly show: (previewed: PreviewedCourse) => void;
};

/**
 * @param lesson id or number of the lesson to open first; undefined for home
 * @param settings those of the program
 */
export function previewSession(
  lesson: string | undefined,
  settings: SettingTexts,
  options: Options,
): PreviewSession {
  const firstLesson = lessonOnce(lesson);
  let course = openCourse(COURSE_TO_COME);
  const context = sessionContext(
    { lesson: (id) => course.lesson(id), material: () => course.material() },
    () => [],
    options,
  );
  const store = createSessionStore(startPreview(context, settings), {
    context,
    persist: recordInMemory(settings),
    news: firstLesson.news,
  });
  const showCourse = (index: CourseIndex, findings: readonly Problem[]): void => {
    const open = firstLesson.idIn(index);
    store.dispatch({
      type: 'reload',
      course: index,
      findings,
      ...(open !== undefined && { open }),
    });
  };
  return {
    store,
    material: () => course.material(),
    show: ({ parsed, findings }) => {
      if ('problems' in parsed) store.dispatch({ type: 'problems', problems: parsed.problems });
      else {
        course = openCourse(parsed.course);
        showCourse(course.index, findings);
      }
    },
  };
}

type LessonOnce = {
  /** The lesson's id, at the first call only. If the course does not have the lesson: undefined, and a warning. */
  readonly idIn: (course: CourseIndex) => string | undefined;
  /** Returns the warning only the first time. */
  readonly news: () => News;
};

function lessonOnce(lesson: string | undefined): LessonOnce {
  let pending = lesson;
  let warning: string | undefined;
  return {
    idIn: (course) => {
      const name = pending;
      pending = undefined;
      try {
        return name === undefined ? undefined : findLesson(course, name).id;
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        warning = error.message;
        return undefined;
      }
    },
    news: () => {
      const notice = warning;
      warning = undefined;
      return notice === undefined ? {} : { notice };
    },
  };
}
