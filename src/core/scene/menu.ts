import type { AttributionMap } from '../course/attribution-map.js';
import type { CourseIndex, Lesson } from '../course/course.js';
import { memoize } from '../memoize.js';
import { openMisses } from '../progress/checks.js';
import type { ExerciseScore } from '../progress/exercise.js';
import { lessonStatus, lessonToContinue } from '../progress/lesson-status.js';
import { passagesRead } from '../progress/passages-read.js';
import type { Exercise, Progress } from '../progress/progress.js';
import type { Quiz } from '../review/quiz.js';
import { countDue, scheduleOf } from '../review/schedule.js';
import { SETTINGS, turned } from '../settings.js';
import type { MenuEntry, OtherCourse } from '../state/menu-entry.js';
import type { State } from '../state/state.js';

const look = (at: 'passages' | 'sources' | 'about'): MenuEntry => ({ id: at, does: 'look', at });

const studying = (does: 'review' | 'drill' | 'learner-report' | 'map' | 'settings'): MenuEntry => ({
  id: does,
  does,
});

const HOME: MenuEntry = { id: 'home', does: 'home' };

const lessonEntries = memoize(({ lessons }: CourseIndex): readonly MenuEntry[] =>
  lessons.map(({ id }) => ({ id: `lesson:${id}`, does: 'open', lesson: id })),
);

/** Home: continue, the lessons, self-study, then the entries that are always there. */
export function homeMenu(state: State): MenuEntry[] {
  const { course, progress, other } = state;
  const next = lessonToContinue(course, progress);
  return [
    ...(next ? [{ id: 'continue', does: 'open', lesson: next.id } as const] : []),
    ...lessonEntries(course),
    ...otherCourse(course, progress, other),
    ...studyMenu(state),
    look('passages'),
    look('sources'),
    look('about'),
    ...(state.preview ? [] : [studying('settings')]),
    { id: 'quit', does: 'quit' },
  ];
}

/** Self-study. A new learner has no answers to review yet. A preview saves no answers, so it has only the drill. */
function studyMenu({ course, progress, preview }: State): MenuEntry[] {
  const hasBegun = progress.checks.size > 0 && !preview;
  return [
    ...(hasBegun ? [studying('review')] : []),
    ...(course.hasDrill && (hasBegun || preview) ? [studying('drill')] : []),
    ...(hasBegun ? [studying('learner-report')] : []),
  ];
}

/** A lesson's summary: the next lesson that is not done, retry missed checks, home, the lesson again. */
export function summaryMenu({ course, progress, other }: State, lesson: Lesson): MenuEntry[] {
  const next = nextLesson(course, lesson.id, progress);
  const { id } = lesson;
  return [
    ...(next ? [{ id: 'next', does: 'open', lesson: next } as const] : []),
    ...(openMisses(lesson, progress).length > 0
      ? [{ id: 'retry', does: 'retry', lesson: id } as const]
      : []),
    ...(other?.comesAfter ? otherCourse(course, progress, other) : []),
    HOME,
    { id: 'again', does: 'again', lesson: id },
    ...certaintyOffer(progress),
  ];
}

/** Offered after the first lesson until the learner sets certainty to on or off. */
function certaintyOffer({ settings, finished }: Progress): MenuEntry[] {
  if (Object.hasOwn(settings, 'certainty') || Object.keys(finished).length > 1) return [];
  return [{ id: 'offer-certainty', does: 'set', key: 'certainty', value: 'on' }];
}

/** A quiz's end: another review if more is due, another round, or a lesson if nothing was asked; and home. */
export function endMenu(state: State, { kind, answered }: Quiz): MenuEntry[] {
  const { course, progress, today } = state;
  if (kind === 'drill')
    return [...(answered > 0 ? [{ id: 'drill-on', does: kind }] : lessonToRead(state)), HOME];
  const isMore = countDue(scheduleOf(course, progress), today) > 0;
  return [...(isMore ? [{ id: 'review-on', does: 'review' } as const] : []), HOME];
}

/** The first lesson if nothing was read yet, else the one to continue with. */
function lessonToRead({ course, progress }: State): MenuEntry[] {
  const next = hasRead(course, progress) ? lessonToContinue(course, progress) : course.lessons[0];
  return next ? [{ id: 'first', does: 'open', lesson: next.id }] : [];
}

const hasRead = ({ lessons }: CourseIndex, progress: Progress): boolean =>
  passagesRead(lessons, progress).size > 0;

/** One entry for each setting. Choosing it sets the next value. */
export function settingsMenu({ settings }: Progress): MenuEntry[] {
  const entries = SETTINGS.flatMap((setting): MenuEntry[] => {
    const value = turned(setting, settings);
    const { key } = setting;
    return value === undefined ? [] : [{ id: `setting:${key}`, does: 'set', key, value }];
  });
  return [...entries, HOME];
}

export const reportMenu = (): MenuEntry[] => [studying('map'), HOME];

const inExercise = (does: 'begin' | 'resume' | 'hand-in' | 'see-answers'): MenuEntry => ({
  id: does,
  does,
});

const LEAVE: MenuEntry = { id: 'leave', does: 'quit' };

/** An exercise's page: begin, then resume or hand in, then see the answers; and leave. */
export function exerciseMenu(
  { began, handedIn }: Exercise,
  { answered, of }: ExerciseScore,
): MenuEntry[] {
  if (handedIn !== undefined) return [inExercise('see-answers'), LEAVE];
  if (began === undefined) return [inExercise('begin'), LEAVE];
  const handIn = inExercise('hand-in');
  return answered === of
    ? [handIn, inExercise('resume'), LEAVE]
    : [inExercise('resume'), handIn, LEAVE];
}

export const mapMenu = ({ cells }: AttributionMap): MenuEntry[] =>
  cells.map(({ actor, kind }) => ({ id: `cell:${actor}:${kind}`, does: 'cell' }));

/** Offers a following course when this one is done, a preceding course at any time. */
function otherCourse(
  { lessons }: CourseIndex,
  progress: Progress,
  other: OtherCourse | undefined,
): MenuEntry[] {
  if (!other) return [];
  const isDone = lessons.every((lesson) => lessonStatus(lesson, progress).state === 'done');
  return isDone || !other.comesAfter ? [{ id: 'course', does: 'course', course: other }] : [];
}

/** The next lesson that is not done, after the lesson `id`. The search wraps around to the first lesson. */
function nextLesson(course: CourseIndex, id: string, progress: Progress): string | undefined {
  const index = course.lessons.findIndex((lesson) => lesson.id === id);
  const rest = [...course.lessons.slice(index + 1), ...course.lessons.slice(0, Math.max(index, 0))];
  return rest.find((lesson) => lessonStatus(lesson, progress).state !== 'done')?.id;
}
