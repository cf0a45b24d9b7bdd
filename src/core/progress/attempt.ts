import type { Lesson, Step } from '../course/course.js';
import { END } from '../course/lesson.js';
import type { LessonAttempt, Progress } from './progress.js';

/** The steps of an attempt: the whole lesson, or its checks under practice only. */
export function stepsOf(lesson: Lesson, place: LessonAttempt): readonly Step[] {
  const { only } = place;
  return only ? lesson.body.filter((step) => only.includes(step.id)) : lesson.body;
}

/** The id of the step after the given one, or `end`. */
export function stepAfter(lesson: Lesson, place: LessonAttempt, id: string): string {
  const steps = stepsOf(lesson, place);
  return steps[steps.findIndex((step) => step.id === id) + 1]?.id ?? END;
}

/** The id of the step before the given one (which may be `end`), or nothing at the first. */
export function stepBefore(lesson: Lesson, place: LessonAttempt, id: string): string | undefined {
  const steps = stepsOf(lesson, place);
  const at = id === END ? steps.length : steps.findIndex((step) => step.id === id);
  return steps[at - 1]?.id;
}

/**
 * Where to go on in an attempt: where it was left. A start whose move was lost is at its first step; a step that has
 * been taken out of the course leads to the first check without an answer.
 */
export function resumeAt(lesson: Lesson, place: LessonAttempt): string {
  const steps = stepsOf(lesson, place);
  if (place.step === END || steps.some((step) => step.id === place.step)) return place.step;
  if (place.step === '') return steps[0]?.id ?? END;
  const open = steps.find((step) => step.kind === 'check' && !isAnswered(place, step.id));
  return open?.id ?? END;
}

export const isAnswered = (place: LessonAttempt, check: string): boolean =>
  Object.hasOwn(place.answers, check);

export const attemptAt = (progress: Progress, lesson: string): LessonAttempt | undefined =>
  Object.hasOwn(progress.attempts, lesson) ? progress.attempts[lesson] : undefined;
