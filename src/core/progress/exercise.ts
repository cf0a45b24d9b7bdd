import type { CourseIndex } from '../course/course.js';
import { checkIdsAt } from '../course/lesson.js';
import type { Begin, HandedIn, Joined, Stamp } from '../log/entry.js';
import { type AttemptStatus, attemptStatus } from '../room/attempt-status.js';
import type { Chosen } from '../room/hand-in-code.js';
import type { Room } from '../room/room.js';
import { attemptAt } from './attempt.js';
import { checkProgress } from './checks.js';
import type { Exercise, Progress } from './progress.js';

/** The exercise after an entry about it. Only its first beginning and its first end count. */
export function exerciseAfter(
  before: Exercise | undefined,
  entry: (Joined | Begin | HandedIn) & Stamp,
): Exercise | undefined {
  if (entry.k === 'join') {
    const { room, person, exercise } = entry;
    return before ? joinedAgain(before, entry) : { room, person, exercise };
  }
  if (!before) return undefined;
  if (entry.k === 'begin') return { began: entry.t, ...before };
  return { handedIn: entry.t, because: entry.because, ...before };
}

/** Joining again under another name changes only the name. Otherwise it changes only the time limit, which starts again. */
function joinedAgain(before: Exercise, { room, person, t }: Joined & Stamp): Exercise {
  const { name, named } = person;
  if (name !== before.person.name || named !== before.person.named)
    return { ...before, person: { ...before.person, name, named } };
  const { until: _, ...rest } = before.room;
  const { minutes, until } = room;
  return {
    ...before,
    room: { ...rest, minutes, ...(until !== undefined && { until }) },
    roomLimit: before.roomLimit ?? limitOf(before.room),
    ...(before.began !== undefined && { limitFrom: t }),
  };
}

/** The first choice of each answered check, by the check's id. */
export const firstChoices = ({ checks }: Progress): Chosen =>
  new Map([...checks].map(([id, { first }]) => [id, first.choice]));

/** Whether the learner cannot open the story: from the start of a closed-book lesson until the exercise is handed in. */
export const isClosedInExercise = (
  { lessons }: CourseIndex,
  progress: Progress,
  { handedIn }: Exercise,
): boolean =>
  handedIn === undefined &&
  lessons.some(({ id, closedBook }) => closedBook && attemptAt(progress, id) !== undefined);

/** The number of the question at a step, from 1. At a step that is no question, the number of the next question. */
export function questionNumber(
  course: CourseIndex,
  { room }: Exercise,
  lesson: string,
  step: string,
): { readonly number: number; readonly of: number } {
  const lessons = course.lessons.filter(({ id }) => room.lessons.includes(id));
  const stops = lessons.flatMap((one) =>
    one.steps.map((id) => ({ lesson: one.id, id, checks: checkIdsAt(one, id).length })),
  );
  const at = stops.findIndex((stop) => stop.lesson === lesson && stop.id === step);
  const count = (some: typeof stops): number => some.reduce((sum, { checks }) => sum + checks, 0);
  return { number: count(stops.slice(0, Math.max(at, 0))) + 1, of: count(stops) };
}

/** Numbers of checks; only first answers count. */
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

type Limit = Pick<Room, 'minutes' | 'until'>;

const limitOf = ({ minutes, until }: Room): Limit => ({
  minutes,
  ...(until !== undefined && { until }),
});

const limitEnd = ({ minutes, until }: Limit, from: number): number =>
  until ?? (minutes === 0 ? Number.POSITIVE_INFINITY : from + minutes * MINUTE);

/** Whether the person has more time than the room. Before the beginning, this can be unknown: then false. */
export const isLengthened = ({
  room,
  roomLimit = room,
  began = 0,
  limitFrom = began,
}: Exercise): boolean => limitEnd(room, limitFrom) > limitEnd(roomLimit, began);

/**
 * Whole minutes until a timed exercise ends, rounded up; 0 when the time is over.
 * @param now milliseconds since 1970
 * @returns undefined if the exercise has no time limit, has not begun, or is handed in
 */
export function minutesLeft(exercise: Exercise, now: number): number | undefined {
  const { room, began, limitFrom = began, handedIn } = exercise;
  if (limitFrom === undefined || handedIn !== undefined) return undefined;
  const end = limitEnd(room, limitFrom);
  if (end === Number.POSITIVE_INFINITY) return undefined;
  // Nobody gets more time than the limit, even if the clock was set back.
  const left = Math.min(end - now, end - limitFrom);
  return Math.max(0, Math.ceil(left / MINUTE));
}

/** @param now milliseconds since 1970 */
export const exerciseStatus = (exercise: Exercise, now: number): AttemptStatus =>
  attemptStatus(exercise, minutesLeft(exercise, now));

/** Whether verdicts are hidden until the exercise is handed in. */
export const hidesVerdicts = ({ room, handedIn }: Exercise): boolean =>
  room.feedback === 'later' && handedIn === undefined;
