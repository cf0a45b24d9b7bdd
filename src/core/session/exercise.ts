import type { Lesson, Step } from '../course/course.js';
import type { HandedIn, NewEntry } from '../log/entry.js';
import { attemptAt } from '../progress/attempt.js';
import { exerciseScore, firstChoices, minutesLeft } from '../progress/exercise.js';
import type { Exercise } from '../progress/progress.js';
import { handInOf } from '../room/hand-in-code.js';
import type { SessionContext } from '../state/context.js';
import { showRoute } from '../state/navigate.js';
import type { State } from '../state/state.js';
import { type Transition, unchanged } from '../state/transition.js';

/** Does it in the exercise that the session is of; nothing where it is of none. */
export function inExercise(
  state: State,
  context: SessionContext,
  current: (what: ExerciseContext) => Transition,
): Transition {
  const { exercise } = state.progress;
  return exercise ? current({ state, exercise, context }) : unchanged(state);
}

/** The way through an exercise: from step to step across its lessons, to its end. */

export type ExerciseContext = {
  readonly state: State;
  readonly exercise: Exercise;
  readonly context: SessionContext;
};

const openSteps = ({ exercise, context }: ExerciseContext): ExerciseStep[] =>
  exerciseSteps(exercise.room.lessons.map(context.lesson));

const isOpen =
  ({ exercise }: ExerciseContext) =>
  (stop: ExerciseStep): boolean =>
    isOpenTo(stop, exercise);

/** At its page; one that was handed in before can be handed in again. */
export const openExercise = (current: ExerciseContext): Transition => ({
  state: current.exercise.handedIn === undefined ? current.state : withCode(current),
  events: [],
});

/** Begins, and its time with it. */
export function beginExercise(current: ExerciseContext): Transition {
  const { state, events } = arriveAt(openSteps(current)[0], current);
  const { minutes } = current.exercise.room;
  return {
    state: { ...state, ...(minutes > 0 && { minutesLeft: minutes }) },
    events: [{ k: 'begin' }, ...events],
  };
}

/** Where it was left; from the first step where all is answered and it is looked at again. */
export function resumeExercise(current: ExerciseContext): Transition {
  const { state, exercise } = current;
  const { latest } = state.progress;
  const { answered, of } = exerciseScore(state.course, state.progress, exercise);
  const left = latest === undefined ? undefined : attemptAt(state.progress, latest)?.step;
  const steps = openSteps(current);
  const here = steps.find(({ lesson, step }) => lesson.id === latest && step.id === left);
  return arriveAt(answered === of ? steps[0] : (here ?? steps[0]), current);
}

/** To the next step; behind the last one to the exercise's page. */
export function nextInExercise(current: ExerciseContext): Transition {
  const at = whereabouts(current.state);
  return at
    ? arriveAt(nextOpenStep(openSteps(current), at, isOpen(current)), current)
    : home(current);
}

/** To the step before; from the first one to the exercise's page. */
export function backInExercise(current: ExerciseContext): Transition {
  const at = whereabouts(current.state);
  return at
    ? arriveAt(previousOpenStep(openSteps(current), at, isOpen(current)), current)
    : home(current);
}

/** The first of the answers, to be looked through when it is handed in. */
export const seeAnswers = (current: ExerciseContext): Transition =>
  arriveAt(openSteps(current).find(isOpen(current)), current);

const whereabouts = ({ route }: State) =>
  route.name === 'lesson' ? { lesson: route.lesson.id, step: route.step } : undefined;

const home = ({ state }: ExerciseContext): Transition => ({
  state: showRoute(state, { name: 'home' }),
  events: [],
});

/** What is looked through when all is handed in leaves no trace. */
function arriveAt(stop: ExerciseStep | undefined, current: ExerciseContext): Transition {
  if (!stop) return home(current);
  const { state, exercise } = current;
  const { lesson, step } = stop;
  const route = { name: 'lesson', lesson, step: step.id, more: false } as const;
  return {
    state: showRoute(state, route),
    events: exercise.handedIn === undefined ? arrival(stop, current) : [],
  };
}

function arrival({ lesson, step }: ExerciseStep, { state, exercise }: ExerciseContext): NewEntry[] {
  const at = { k: 'at', lesson: lesson.id, step: step.id } as const;
  if (attemptAt(state.progress, lesson.id)) return [at];
  return [{ k: 'start', lesson: lesson.id, seed: exercise.room.code }, at];
}

/** Ends it, with what was answered. */
export function handIn(current: ExerciseContext, because: HandedIn['because']): Transition {
  const { minutesLeft: _, ...rest } = withCode(current);
  return { state: showRoute(rest, { name: 'home' }), events: [{ k: 'hand-in', because }] };
}

function withCode({ state, exercise, context }: ExerciseContext): State {
  if (!state.handIn) return state;
  const code = handInOf(
    { index: state.course, lesson: context.lesson },
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
export type ExerciseStep = { readonly lesson: Lesson; readonly step: Step };

/** The steps that can be gone to: all of them; once it is handed in, the checks. */
const isOpenTo = ({ step }: ExerciseStep, { handedIn }: Exercise): boolean =>
  handedIn === undefined || step.kind === 'check';

/** All steps of the lessons, in order. */
const exerciseSteps = (lessons: readonly Lesson[]): ExerciseStep[] =>
  lessons.flatMap((lesson) => lesson.body.map((step) => ({ lesson, step })));

type StepRef = { readonly lesson: string; readonly step: string };

const indexOf = (steps: readonly ExerciseStep[], at: StepRef): number =>
  steps.findIndex(({ lesson, step }) => lesson.id === at.lesson && step.id === at.step);

/** The nearest after a step that can be gone to. */
function nextOpenStep(
  steps: readonly ExerciseStep[],
  at: StepRef,
  isOpen: (stop: ExerciseStep) => boolean,
): ExerciseStep | undefined {
  return steps.slice(indexOf(steps, at) + 1).find(isOpen);
}

/** The nearest before it. */
function previousOpenStep(
  steps: readonly ExerciseStep[],
  at: StepRef,
  isOpen: (stop: ExerciseStep) => boolean,
): ExerciseStep | undefined {
  return steps.slice(0, Math.max(0, indexOf(steps, at))).findLast(isOpen);
}
