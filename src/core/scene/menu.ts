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
import { isInLobby } from '../state/live.js';
import type { MenuEntry, OtherCourse } from '../state/menu-entry.js';
import type { MenuPage } from '../state/route.js';
import type { State } from '../state/state.js';

type LookEntry = Extract<MenuEntry, { does: 'look' }>;

const look = (at: LookEntry['at']): MenuEntry => ({ id: at, does: 'look', at });

const studying = (
  does: 'review' | 'drill' | 'learner-report' | 'map' | 'settings' | 'course-end',
): MenuEntry => ({ id: does, does });

const HOME: MenuEntry = { id: 'home', does: 'home' };

const LESSONS: MenuEntry = { id: 'lessons', does: 'lessons' };

const MORE: MenuEntry = { id: 'more', does: 'more' };

const JOIN: MenuEntry = { id: 'join', does: 'join' };

const lessonEntries = memoize(({ lessons }: CourseIndex): readonly MenuEntry[] =>
  lessons.map(({ id }) => ({ id: `lesson:${id}`, does: 'open', lesson: id })),
);

/** Whether the learner has opened no lesson yet. An author's preview never starts like this. */
export const isFirstStart = ({ progress, preview }: State): boolean =>
  progress.latest === undefined && progress.checks.size === 0 && !preview;

/** Home. At the first start it has only the first lesson, all lessons, a room, and the way back to a course before this one. */
export function homeMenu(state: State): MenuEntry[] {
  const { course, progress, other, preview } = state;
  const next = lessonToContinue(course, progress);
  const start = next ? [{ id: 'continue', does: 'open', lesson: next.id } as const] : [];
  if (isFirstStart(state))
    return [...start, LESSONS, JOIN, ...otherCourse(course, progress, other)];
  const hasAnswers = progress.checks.size > 0 && !preview;
  return [
    ...(next ? start : courseEnd(state)),
    ...(hasAnswers ? [studying('review')] : []),
    LESSONS,
    ...(course.hasDrill && (hasAnswers || preview) ? [studying('drill')] : []),
    ...(hasAnswers ? [studying('learner-report')] : []),
    look('passages'),
    ...(preview ? [] : [JOIN]),
    MORE,
  ];
}

/** A page that has only a menu. */
export type MenuScene = {
  [Page in MenuPage]: { readonly kind: Page; readonly menu: readonly MenuEntry[] };
}[MenuPage];

/** The menu of a page that has only a menu. */
export function pageMenu(page: MenuPage, state: State): MenuEntry[] {
  switch (page) {
    case 'lessons':
      // The home of the first start has no other way to the settings.
      return [...lessonEntries(state.course), ...(isFirstStart(state) ? [MORE] : []), HOME];
    case 'more':
      return moreMenu(state);
    case 'settings':
      return settingsMenu(state.progress);
  }
}

/** Everything that is seldom needed. A preview saves no settings. */
const moreMenu = ({ course, progress, other, preview }: State): MenuEntry[] => [
  ...(preview ? [] : [studying('settings')]),
  look('sources'),
  look('about'),
  ...(other?.comesAfter ? [] : otherCourse(course, progress, other)),
  { id: 'quit', does: 'quit' },
  HOME,
];

/** A lesson's summary: the next lesson that is not done, retry missed checks, home, the lesson again. */
export function summaryMenu(state: State, lesson: Lesson): MenuEntry[] {
  const { course, progress, other } = state;
  const next = nextLesson(course, lesson.id, progress);
  const { id } = lesson;
  return [
    ...(next ? [{ id: 'next', does: 'open', lesson: next } as const] : courseEnd(state)),
    ...(openMisses(lesson, progress).length > 0
      ? [{ id: 'retry', does: 'retry', lesson: id } as const]
      : []),
    ...(other?.comesAfter ? otherCourse(course, progress, other) : []),
    HOME,
    { id: 'again', does: 'again', lesson: id },
    ...certaintyOffer(progress),
  ];
}

/** Offered when every lesson is done. An exercise has its own end. */
function courseEnd({ course, progress }: State): MenuEntry[] {
  const isDone = course.lessons.length > 0 && !lessonToContinue(course, progress);
  return isDone && !progress.exercise ? [studying('course-end')] : [];
}

/** The end of the course: the record, the other course, the questions for today's paper, home. */
export const courseEndMenu = ({ course, progress, other }: State): MenuEntry[] => [
  look('record'),
  ...otherCourse(course, progress, other),
  look('checklist'),
  HOME,
];

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
function settingsMenu({ settings }: Progress): MenuEntry[] {
  const entries = SETTINGS.flatMap((setting): MenuEntry[] => {
    const value = turned(setting, settings);
    const { key } = setting;
    return value === undefined ? [] : [{ id: `setting:${key}`, does: 'set', key, value }];
  });
  return [...entries, HOME];
}

export const reportMenu = (): MenuEntry[] => [studying('map'), HOME];

const inExercise = (
  does: 'begin' | 'resume' | 'hand-in' | 'rename' | 'see-answers',
): MenuEntry => ({
  id: does,
  does,
});

const LEAVE: MenuEntry = { id: 'leave', does: 'quit' };

/** An exercise's page: begin, then resume or hand in (after the time, only hand in), then see the answers; another name until then; and leave. */
export function exerciseMenu(
  { route, hasHome, live, timeOver }: State,
  { began, handedIn }: Exercise,
  { answered, of }: ExerciseScore,
): MenuEntry[] {
  const leave: MenuEntry = hasHome ? { id: 'leave-home', does: 'go-home' } : LEAVE;
  if (handedIn !== undefined) return [inExercise('see-answers'), leave];
  if (timeOver) return [inExercise('hand-in'), leave];
  if (route.name === 'hand-in')
    return [inExercise('resume'), { id: 'hand-in-open', does: 'hand-in' }];
  if (isInLobby({ live })) return [leave];
  const end = live ? [leave] : [inExercise('rename'), leave];
  if (began === undefined) return [inExercise('begin'), ...end];
  return answered === of
    ? [inExercise('hand-in'), inExercise('resume'), ...end]
    : [inExercise('resume'), { id: 'hand-in', does: 'ask-hand-in' }, ...end];
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
