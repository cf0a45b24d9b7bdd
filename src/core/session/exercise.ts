import type { Lesson, Step } from '../course/course.js';
import type { HandedIn, Happening } from '../log/entry.js';
import { placeIn } from '../progress/attempt.js';
import { firstChoices, minutesLeft, tallyOf } from '../progress/exercise.js';
import type { Exercise } from '../progress/progress.js';
import { handInOf } from '../room/hand-in-code.js';
import type { World } from '../state/context.js';
import { showRoute } from '../state/navigate.js';
import type { State } from '../state/state.js';
import { type Outcome, still } from '../state/transition.js';

/** Does it in the exercise that the session is of; nothing where it is of none. */
export function inExercise(state: State, world: World, doing: (what: Doing) => Outcome): Outcome {
  const { exercise } = state.progress;
  return exercise ? doing({ state, exercise, world }) : still(state);
}

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
  const { answered, of } = tallyOf(state.course, state.progress, exercise);
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

const whereabouts = ({ route }: State) =>
  route.name === 'lesson' ? { lesson: route.lesson.id, step: route.step } : undefined;

const home = ({ state }: Doing): Outcome => ({
  state: showRoute(state, { name: 'home' }),
  happened: [],
});

/** What is looked through when all is handed in leaves no trace. */
function arriveAt(stop: Stop | undefined, doing: Doing): Outcome {
  if (!stop) return home(doing);
  const { state, exercise } = doing;
  const { lesson, step } = stop;
  const route = { name: 'lesson', lesson, step: step.id, more: false } as const;
  return {
    state: showRoute(state, route),
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
  return { state: showRoute(rest, { name: 'home' }), happened: [{ k: 'hand-in', because }] };
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

/** A step of an exercise, with the lesson it stands in. */
export type Stop = { readonly lesson: Lesson; readonly step: Step };

/** The steps that can be gone to: all of them; once it is handed in, the checks. */
const canGoTo = ({ step }: Stop, { handedIn }: Exercise): boolean =>
  handedIn === undefined || step.kind === 'check';

/** All steps of the lessons, in order. */
const stopsOf = (lessons: readonly Lesson[]): Stop[] =>
  lessons.flatMap((lesson) => lesson.body.map((step) => ({ lesson, step })));

type At = { readonly lesson: string; readonly step: string };

const placeOf = (stops: readonly Stop[], at: At): number =>
  stops.findIndex(({ lesson, step }) => lesson.id === at.lesson && step.id === at.step);

/** The nearest after a step that can be gone to. */
function stopAfter(
  stops: readonly Stop[],
  at: At,
  canGo: (stop: Stop) => boolean,
): Stop | undefined {
  return stops.slice(placeOf(stops, at) + 1).find(canGo);
}

/** The nearest before it. */
function stopBefore(
  stops: readonly Stop[],
  at: At,
  canGo: (stop: Stop) => boolean,
): Stop | undefined {
  return stops.slice(0, Math.max(0, placeOf(stops, at))).findLast(canGo);
}
