import type { Check, Lesson, Step } from '../course/course.js';
import type { CheckProgress, Place, Progress } from './fold.js';
import { END } from './fold.js';

/** The steps of an attempt: the whole lesson, or its checks under practice only. */
export function stepsOf(lesson: Lesson, place: Place): readonly Step[] {
  const { only } = place;
  return only ? lesson.body.filter((step) => only.includes(step.id)) : lesson.body;
}

export const stepAt = (lesson: Lesson, id: string): Step | undefined =>
  lesson.body.find((step) => step.id === id);

/** The id of the step after the given one, or `end`. */
export function stepAfter(lesson: Lesson, place: Place, id: string): string {
  const steps = stepsOf(lesson, place);
  return steps[steps.findIndex((step) => step.id === id) + 1]?.id ?? END;
}

/** The id of the step before the given one (which may be `end`), or nothing at the first. */
export function stepBefore(lesson: Lesson, place: Place, id: string): string | undefined {
  const steps = stepsOf(lesson, place);
  const at = id === END ? steps.length : steps.findIndex((step) => step.id === id);
  return steps[at - 1]?.id;
}

/**
 * Where to go on in an attempt: where it was left. A start whose move was lost is at its first step; a step that has
 * been taken out of the course leads to the first check without an answer.
 */
export function resumeAt(lesson: Lesson, place: Place): string {
  const steps = stepsOf(lesson, place);
  if (place.step === END || steps.some((step) => step.id === place.step)) return place.step;
  if (place.step === '') return steps[0]?.id ?? END;
  const open = steps.find((step) => step.kind === 'check' && !isAnswered(place, step.id));
  return open?.id ?? END;
}

export const isAnswered = (place: Place, check: string): boolean =>
  Object.hasOwn(place.answers, check);

export const checkProgress = (progress: Progress, check: string): CheckProgress | undefined =>
  progress.checks.get(check);

/** Whether the latest answer to a check was wrong, and the learner had been certain. */
export const isSurelyMissed = (progress: Progress, check: string): boolean =>
  checkProgress(progress, check)?.recall.surelyMissed === true;

export const placeIn = (progress: Progress, lesson: string): Place | undefined =>
  Object.hasOwn(progress.places, lesson) ? progress.places[lesson] : undefined;

/** The lesson's checks. */
export const checksOf = (lesson: Lesson): readonly Check[] =>
  lesson.body.filter((step): step is Check => step.kind === 'check');

/** Checks whose graded answer was wrong: first those of which the learner had been certain. */
export function missedChecks(lesson: Lesson, progress: Progress): readonly Check[] {
  const missed = checksOf(lesson).filter(
    (check) => checkProgress(progress, check.id)?.first.right === false,
  );
  const rank = ({ id }: Check): number => (isSurelyMissed(progress, id) ? 0 : 1);
  return missed.sort((a, b) => rank(a) - rank(b));
}

/** Checks whose latest answer was wrong: those worth another try. */
export const openMisses = (lesson: Lesson, progress: Progress): readonly Check[] =>
  checksOf(lesson).filter((check) => checkProgress(progress, check.id)?.last.right === false);

/** Checks never answered: in a lesson that was gone through, those added since. */
export const unanswered = (lesson: Lesson, progress: Progress): readonly Check[] =>
  checksOf(lesson).filter((check) => !checkProgress(progress, check.id));
