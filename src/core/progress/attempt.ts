import type { Lesson, LessonOutline, Step } from '../course/course.js';
import { checksIn, END, stepOfCheck } from '../course/lesson.js';
import type { AnswerRecord, LessonAttempt, Progress } from './progress.js';

/** All steps of the lesson, or only the checks of a practice attempt. Practice asks the rows of a board alone. */
export function stepsOf(lesson: Lesson, place: LessonAttempt): readonly Step[] {
  const { only } = place;
  if (!only) return lesson.body;
  return lesson.body.flatMap(checksIn).filter(({ id }) => only.includes(id));
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

/** The ids of `stepsOf`. */
export const stepIds = ({ checks, steps }: LessonOutline, { only }: LessonAttempt) =>
  only ? checks.filter((id) => only.includes(id)) : steps;

/**
 * The step at which an attempt continues: a step's id, or `end`. Usually the step at which the learner left. It is the
 * first step if the log holds only the start, and the first unanswered check if the course no longer has the step.
 */
export function resumeAt(lesson: LessonOutline, place: LessonAttempt): string {
  const { only, step } = place;
  const steps = stepIds(lesson, place);
  const checks = only ? steps : lesson.checks;
  if (step === END || steps.includes(step)) return step;
  if (step === '') return steps[0] ?? END;
  const open = checks.find((id) => !isAnswered(place, id));
  if (open === undefined) return END;
  return only ? open : stepOfCheck(lesson, open);
}

export const isAnswered = (place: LessonAttempt, check: string): boolean =>
  Object.hasOwn(place.answers, check);

export const attemptAt = (progress: Progress, lesson: string): LessonAttempt | undefined =>
  Object.hasOwn(progress.attempts, lesson) ? progress.attempts[lesson] : undefined;

const firstAnswer = ({ answers }: LessonAttempt, check: string): AnswerRecord | undefined =>
  Object.hasOwn(answers, check) ? answers[check] : undefined;

const secondAnswer = ({ seconds }: LessonAttempt, check: string): AnswerRecord | undefined =>
  seconds && Object.hasOwn(seconds, check) ? seconds[check] : undefined;

/** Whether the next answer to a check is the second, after a first miss. */
export const isSecondNext = (place: LessonAttempt, check: string): boolean =>
  firstAnswer(place, check)?.again === true && secondAnswer(place, check) === undefined;

/** Whether the learner's first answer to a check was wrong and they may still choose once more, or ask for the answer. */
export const awaitsSecondLook = (place: LessonAttempt, check: string, step: string): boolean =>
  isSecondNext(place, check) && place.shown?.includes(step) !== true;

/** The learner's last answer to a check in this attempt: the second if there is one. */
export const latestAnswer = (place: LessonAttempt, check: string): AnswerRecord | undefined =>
  secondAnswer(place, check) ?? firstAnswer(place, check);

/** Like `awaitsSecondLook`, for a check at its own step or at that of its board: practice asks a row alone. */
export const isAskedAgain = (place: LessonAttempt, check: string, board = check): boolean =>
  [check, board].every((step) => awaitsSecondLook(place, check, step));

/** The ids of the checks that are asked again before their verdict. At the end of a lesson there are none. */
export const askedAgain = (lesson: LessonOutline, place: LessonAttempt): string[] =>
  place.step === END
    ? []
    : lesson.checks.filter((id) => isAskedAgain(place, id, stepOfCheck(lesson, id)));
