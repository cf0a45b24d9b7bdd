import type { Lesson, LessonOutline, Step } from '../course/course.js';
import { END } from '../course/lesson.js';
import type { LessonAttempt, Progress } from './progress.js';

/** All steps of the lesson, or only the checks of a practice attempt. */
export function stepsOf(lesson: Lesson, place: LessonAttempt): readonly Step[] {
  const { only } = place;
  return only ? lesson.body.filter((step) => only.includes(step.id)) : lesson.body;
}

/** The id of the step after `id`; `end` after the last. */
export function stepAfter(lesson: Lesson, place: LessonAttempt, id: string): string {
  const steps = stepsOf(lesson, place);
  return steps[steps.findIndex((step) => step.id === id) + 1]?.id ?? END;
}

/** The id of the step before `id`, which may be `end`; undefined before the first. */
export function stepBefore(lesson: Lesson, place: LessonAttempt, id: string): string | undefined {
  const steps = stepsOf(lesson, place);
  const at = id === END ? steps.length : steps.findIndex((step) => step.id === id);
  return steps[at - 1]?.id;
}

/**
 * The step at which an attempt continues: a step's id, or `end`. Usually the step at which the learner left. It is the
 * first step if the log holds only the start, and the first unanswered check if the course no longer has the step.
 */
export function resumeAt(lesson: LessonOutline, place: LessonAttempt): string {
  const { only, step } = place;
  const steps = only ? lesson.steps.filter((id) => only.includes(id)) : lesson.steps;
  if (step === END || steps.includes(step)) return step;
  if (step === '') return steps[0] ?? END;
  return steps.find((id) => lesson.checks.includes(id) && !isAnswered(place, id)) ?? END;
}

export const isAnswered = (place: LessonAttempt, check: string): boolean =>
  Object.hasOwn(place.answers, check);

export const attemptAt = (progress: Progress, lesson: string): LessonAttempt | undefined =>
  Object.hasOwn(progress.attempts, lesson) ? progress.attempts[lesson] : undefined;
