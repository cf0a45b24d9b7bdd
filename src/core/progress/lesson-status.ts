import type { CourseIndex, LessonOutline } from '../course/course.js';
import { END, stepOfCheck } from '../course/lesson.js';
import { memoize2 } from '../memoize.js';
import { attemptAt, resumeAt, stepIds } from './attempt.js';
import { checkProgress } from './checks.js';
import type { Progress } from './progress.js';

export type LessonStage = 'new' | 'started' | 'done';

/** A learner's progress in one lesson. `answered` and `correct` count first answers. */
export type LessonStatus = {
  readonly state: LessonStage;
  readonly steps: number;
  /** The number of the learner's step, from 1; 0 before the start, `steps` when the lesson is done. */
  readonly step: number;
  readonly checks: number;
  readonly answered: number;
  readonly correct: number;
};

/** Counts only checks that are in the course now. */
export const lessonStatus: (lesson: LessonOutline, progress: Progress) => LessonStatus =
  memoize2(statusOf);

function statusOf(lesson: LessonOutline, progress: Progress): LessonStatus {
  const { answered, correct } = firstAnswers(lesson, progress);
  const state = stageOf(lesson, progress, answered);
  return {
    state,
    steps: lesson.steps.length,
    step: state === 'done' ? lesson.steps.length : stepNumber(lesson, progress),
    checks: lesson.checks.length,
    answered,
    correct,
  };
}

function firstAnswers({ checks }: LessonOutline, progress: Progress) {
  let answered = 0;
  let correct = 0;
  for (const check of checks) {
    const right = progress.checks.rightAtFirst(check);
    if (right !== undefined) answered += 1;
    if (right) correct += 1;
  }
  return { answered, correct };
}

function stageOf(lesson: LessonOutline, progress: Progress, answered: number): LessonStage {
  const finished = Object.hasOwn(progress.finished, lesson.id);
  if (finished && answered === lesson.checks.length) return 'done';
  return finished || answered > 0 || attemptAt(progress, lesson.id) ? 'started' : 'new';
}

/** The number of the step at which the lesson opens: after the end, at the first check that the author has added. */
function stepNumber(lesson: LessonOutline, progress: Progress): number {
  const place = attemptAt(progress, lesson.id);
  if (!place) return 0;
  const resumed = resumeAt(lesson, place);
  const step = resumed === END ? lesson.checks.find((id) => !checkProgress(progress, id)) : resumed;
  return step === undefined
    ? lesson.steps.length
    : lesson.steps.indexOf(stepOfCheck(lesson, step)) + 1;
}

/** What is left of some lessons: questions without an answer, and minutes in proportion to them. */
export function leftIn(
  lessons: readonly LessonOutline[],
  progress: Progress,
): { readonly questions: number; readonly minutes: number } {
  let questions = 0;
  let minutes = 0;
  for (const lesson of lessons) {
    const { checks, answered } = lessonStatus(lesson, progress);
    questions += checks - answered;
    minutes += lesson.minutes * (1 - answered / Math.max(checks, 1));
  }
  return { questions, minutes };
}

/**
 * The lesson to continue with: the latest lesson if it is under way, or the first lesson that is not done. If the learner
 * only opened the latest, it is the lesson under way that they answered last. Undefined if all lessons are done.
 */
export function lessonToContinue(
  course: CourseIndex,
  progress: Progress,
): LessonOutline | undefined {
  const latest = course.lessons.find((lesson) => lesson.id === progress.latest);
  if (latest && isUnderWay(latest, progress))
    return isOnlyOpened(latest, progress) ? (answeredLast(course, progress) ?? latest) : latest;
  return course.lessons.find((lesson) => lessonStatus(lesson, progress).state !== 'done');
}

/** Whether nothing was answered or read to its end in this attempt. */
function isOnlyOpened(lesson: LessonOutline, progress: Progress): boolean {
  const place = attemptAt(progress, lesson.id);
  if (!place) return false;
  const { step, visited = [], answers } = place;
  const isAtStart = step === '' || step === stepIds(lesson, place)[0];
  return isAtStart && visited.length < 2 && Object.keys(answers).length === 0;
}

function answeredLast({ lessons }: CourseIndex, progress: Progress): LessonOutline | undefined {
  let last: LessonOutline | undefined;
  let time = -1;
  for (const lesson of lessons) {
    if (!isUnderWay(lesson, progress) || isOnlyOpened(lesson, progress)) continue;
    const { answers = {} } = attemptAt(progress, lesson.id) ?? {};
    const latest = Math.max(0, ...Object.values(answers).map(({ t }) => t));
    if (latest > time) [last, time] = [lesson, latest];
  }
  return last;
}

function isUnderWay(lesson: LessonOutline, progress: Progress): boolean {
  const place = attemptAt(progress, lesson.id);
  return (
    place !== undefined && (place.step !== END || lessonStatus(lesson, progress).state !== 'done')
  );
}
