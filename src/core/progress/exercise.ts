import type { CourseIndex } from '../course/course.js';
import type { Chosen } from '../room/hand-in-code.js';
import { attemptAt } from './attempt.js';
import { checkProgress } from './checks.js';
import type { Exercise, Progress } from './progress.js';

/** What was first chosen, by check. */
export const firstChoices = ({ checks }: Progress): Chosen =>
  new Map([...checks].map(([id, { first }]) => [id, first.choice]));

/** From the first closed-book lesson on the story is shut, until all is handed in. */
export const isClosedInExercise = (
  { lessons }: CourseIndex,
  progress: Progress,
  { handedIn }: Exercise,
): boolean =>
  handedIn === undefined &&
  lessons.some(({ id, closedBook }) => closedBook && attemptAt(progress, id) !== undefined);

/** The number of the question that a step is, or that comes next, from 1. */
export function questionNumber(
  course: CourseIndex,
  { room }: Exercise,
  lesson: string,
  step: string,
): { readonly number: number; readonly of: number } {
  const lessons = course.lessons.filter(({ id }) => room.lessons.includes(id));
  const stops = lessons.flatMap((one) =>
    one.steps.map((id) => ({ lesson: one.id, id, isCheck: one.checks.includes(id) })),
  );
  const at = stops.findIndex((stop) => stop.lesson === lesson && stop.id === step);
  const before = stops.slice(0, Math.max(at, 0)).filter(({ isCheck }) => isCheck).length;
  return { number: before + 1, of: stops.filter(({ isCheck }) => isCheck).length };
}

/** How much of an exercise is answered, by first answers. */
export type ExerciseScore = {
  readonly answered: number;
  readonly right: number;
  readonly of: number;
};

export function exerciseScore(
  course: CourseIndex,
  progress: Progress,
  { room }: Exercise,
): ExerciseScore {
  const checks = course.lessons
    .filter(({ id }) => room.lessons.includes(id))
    .flatMap((lesson) => lesson.checks);
  const given = checks.flatMap((id) => checkProgress(progress, id) ?? []);
  const right = given.filter((one) => one.first.right).length;
  return { answered: given.length, right, of: checks.length };
}

const MINUTE = 60_000;

/**
 * Whole minutes until an exercise ends, rounded up: 0 when its time is over.
 * @param now milliseconds since 1970
 * @returns nothing where it has no limit, has not begun, or is handed in
 */
export function minutesLeft({ room, began, handedIn }: Exercise, now: number): number | undefined {
  if (room.minutes === 0 || began === undefined || handedIn !== undefined) return undefined;
  // A clock that was set back gives nobody more than there was.
  const left = Math.min(began + room.minutes * MINUTE - now, room.minutes * MINUTE);
  return Math.max(0, Math.ceil(left / MINUTE));
}

/** Whether verdicts wait until all is handed in. */
export const hidesVerdicts = ({ room, handedIn }: Exercise): boolean =>
  room.feedback === 'later' && handedIn === undefined;
