import type { CourseIndex } from '../course/course.js';
import type { HandedIn, Happening } from '../log/entry.js';
import { checkProgress, placeIn } from '../progress/attempt.js';
import { minutesLeft } from '../progress/exercise.js';
import type { Exercise, Progress } from '../progress/fold.js';
import { type Chosen, handInOf } from '../room/hand-in-code.js';
import { goTo } from '../state/navigate.js';
import { canGoTo, type Stop, stopAfter, stopBefore, stopsOf } from '../workshop/stops.js';
import type { Outcome, State, World } from './step.js';

/** The way through an exercise: from step to step across its lessons, to its end. */

export type Doing = { readonly state: State; readonly exercise: Exercise; readonly world: World };

const stopsIn = ({ exercise, world }: Doing): Stop[] =>
  stopsOf(exercise.room.lessons.map(world.lesson));

const canGo =
  ({ exercise }: Doing) =>
  (stop: Stop): boolean =>
    canGoTo(stop, exercise);

/** At its page; one that was handed in before can be handed in again. */
export const openExercise = (doing: Doing): Outcome => ({
  state: doing.exercise.handedIn === undefined ? doing.state : withCode(doing),
  happened: [],
});

/** Begins, and its time with it. */
export function beginExercise(doing: Doing): Outcome {
  const { state, happened } = arriveAt(stopsIn(doing)[0], doing);
  const { minutes } = doing.exercise.room;
  return {
    state: { ...state, ...(minutes > 0 && { minutesLeft: minutes }) },
    happened: [{ k: 'begin' }, ...happened],
  };
}

/** Where it was left; from the first step where all is answered and it is looked at again. */
export function resumeExercise(doing: Doing): Outcome {
  const { state, exercise } = doing;
  const { latest } = state.progress;
  const { answered, of } = tallyOf(state, exercise);
  const left = latest === undefined ? undefined : placeIn(state.progress, latest)?.step;
  const stops = stopsIn(doing);
  const here = stops.find(({ lesson, step }) => lesson.id === latest && step.id === left);
  return arriveAt(answered === of ? stops[0] : (here ?? stops[0]), doing);
}

/** To the next step; behind the last one to the exercise's page. */
export function goOnInExercise(doing: Doing): Outcome {
  const at = whereabouts(doing.state);
  return at ? arriveAt(stopAfter(stopsIn(doing), at, canGo(doing)), doing) : home(doing);
}

/** To the step before; from the first one to the exercise's page. */
export function goBackInExercise(doing: Doing): Outcome {
  const at = whereabouts(doing.state);
  return at ? arriveAt(stopBefore(stopsIn(doing), at, canGo(doing)), doing) : home(doing);
}

/** The first of the answers, to be looked through when it is handed in. */
export const seeAnswers = (doing: Doing): Outcome =>
  arriveAt(stopsIn(doing).find(canGo(doing)), doing);

const whereabouts = ({ screen }: State) =>
  screen.name === 'lesson' ? { lesson: screen.lesson.id, step: screen.step } : undefined;

const home = ({ state }: Doing): Outcome => ({
  state: goTo(state, { name: 'home' }),
  happened: [],
});

/** What is looked through when all is handed in leaves no trace. */
function arriveAt(stop: Stop | undefined, doing: Doing): Outcome {
  if (!stop) return home(doing);
  const { state, exercise } = doing;
  const { lesson, step } = stop;
  const screen = { name: 'lesson', lesson, step: step.id, more: false } as const;
  return {
    state: goTo(state, screen),
    happened: exercise.handedIn === undefined ? arrival(stop, doing) : [],
  };
}

function arrival({ lesson, step }: Stop, { state, exercise }: Doing): Happening[] {
  const at = { k: 'at', lesson: lesson.id, step: step.id } as const;
  if (placeIn(state.progress, lesson.id)) return [at];
  return [{ k: 'start', lesson: lesson.id, seed: exercise.room.code }, at];
}

/** Ends it, with what was answered. */
export function handIn(doing: Doing, because: HandedIn['because']): Outcome {
  const { minutesLeft: _, ...rest } = withCode(doing);
  return { state: goTo(rest, { name: 'home' }), happened: [{ k: 'hand-in', because }] };
}

function withCode({ state, exercise, world }: Doing): State {
  if (!state.handIn) return state;
  const code = handInOf(
    { index: state.course, lesson: world.lesson },
    exercise,
    firstChoices(state.progress),
  );
  return { ...state, handIn: { ...state.handIn, code } };
}

/** What was first chosen, by check. */
export const firstChoices = ({ checks }: Progress): Chosen =>
  new Map([...checks].map(([id, { first }]) => [id, first.choice]));

/** The state with the time that is left; the same state where that is as it was. */
export function atTime(state: State, now: number): State {
  const { exercise } = state.progress;
  if (!exercise) return state;
  const left = minutesLeft(exercise, now);
  if (left === state.minutesLeft) return state;
  const { minutesLeft: _, ...rest } = state;
  return { ...rest, ...(left !== undefined && { minutesLeft: left }) };
}

/** The state with where the result is written; the same state where that is as it was. */
export function writtenTo(state: State, file: string | undefined): State {
  const { handIn: place } = state;
  if (!place || file === undefined || place.file === file) return state;
  return { ...state, handIn: { ...place, file } };
}

/** From the first closed-book lesson on the story is shut, until all is handed in. */
export const isClosedInExercise = (
  { lessons }: CourseIndex,
  progress: Progress,
  { handedIn }: Exercise,
): boolean =>
  handedIn === undefined &&
  lessons.some(({ id, closedBook }) => closedBook && placeIn(progress, id) !== undefined);

/** The number of the question that a step is, or that comes next, from 1. */
export function questionNumber(
  { course }: Pick<State, 'course'>,
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
export type Tally = { readonly answered: number; readonly right: number; readonly of: number };

export function tallyOf({ course, progress }: State, { room }: Exercise): Tally {
  const checks = course.lessons
    .filter(({ id }) => room.lessons.includes(id))
    .flatMap((lesson) => lesson.checks);
  const given = checks.flatMap((id) => checkProgress(progress, id) ?? []);
  const right = given.filter((one) => one.first.right).length;
  return { answered: given.length, right, of: checks.length };
}
