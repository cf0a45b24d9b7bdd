import type { Lesson, Step } from '../course/course.js';
import { checksIn } from '../course/lesson.js';
import type { HandedIn, NewEntry } from '../log/entry.js';
import { endedText } from '../messages/exercise.js';
import { attemptAt } from '../progress/attempt.js';
import {
  exerciseScore,
  exerciseStatus,
  firstChoices,
  isLengthened,
  minutesLeft,
} from '../progress/exercise.js';
import type { Exercise } from '../progress/progress.js';
import { handInOf } from '../room/hand-in-code.js';
import type { Room } from '../room/room.js';
import { hasEnded } from '../room/time-limit.js';
import type { SessionContext } from '../state/context.js';
import { showRoute } from '../state/navigate.js';
import type { State } from '../state/state.js';
import { type Transition, unchanged } from '../state/transition.js';
import { capital } from '../text/english.js';

/** Takes a step in the session's exercise. The state is unchanged if the session has none. */
export function inExercise(
  state: State,
  context: SessionContext,
  advance: (current: ExerciseContext) => Transition,
): Transition {
  const { exercise } = state.progress;
  return exercise ? advance({ state, exercise, context }) : unchanged(state);
}

export type ExerciseContext = {
  readonly state: State;
  readonly exercise: Exercise;
  readonly context: SessionContext;
};

const stepsIn = ({ exercise, context }: ExerciseContext): ExerciseStep[] =>
  exerciseSteps(exercise.room.lessons.map(context.lesson));

const isOpen =
  ({ exercise }: ExerciseContext) =>
  (step: ExerciseStep): boolean =>
    isOpenTo(step, exercise);

/**
 * The exercise's page. If the time has ended since, it asks before it hands in: a window that was closed can still get more
 * time. Shows the code again after the hand-in.
 */
export function openExercise(current: ExerciseContext): Transition {
  if (current.state.minutesLeft === 0) return afterTime(current);
  return unchanged(current.exercise.handedIn === undefined ? current.state : withCode(current));
}

/** A live room ends the time itself, and no command gives more. */
function afterTime(current: ExerciseContext): Transition {
  const { state, exercise, context } = current;
  if (state.live) return handIn(current, 'time');
  const { minutesLeft: _, ...rest } = state;
  const command = context.lateCommand?.(exercise.room);
  return unchanged({ ...rest, timeOver: { ...(command !== undefined && { command }) } });
}

/** Why nobody can begin in a room whose common end is over. */
export const roomEndedText = (room: Room, { now, offset, lateCommand }: SessionContext): string =>
  capital(endedText(room, { now: now(), offset: offset() }, lateCommand?.(room)));

/** Begins the exercise and starts its clock. After the room's common end, there is nothing to begin. */
export function beginExercise(current: ExerciseContext): Transition {
  const { exercise, context } = current;
  const now = context.now();
  if (hasEnded(exercise.room, now))
    return unchanged({
      ...current.state,
      notice: roomEndedText(exercise.room, context),
    });
  const { state, events } = arriveAt(stepsIn(current)[0], current);
  const left = minutesLeft({ ...exercise, began: now }, now);
  return {
    state: { ...state, ...(left !== undefined && { minutesLeft: left }) },
    events: [{ k: 'begin' }, ...events],
  };
}

/** Resumes at the step that the learner left, or at the first step if every check is answered. */
export function resumeExercise(current: ExerciseContext): Transition {
  const { state, exercise } = current;
  const { latest } = state.progress;
  const { answered, of } = exerciseScore(state.course, state.progress, exercise);
  const lastStep = latest === undefined ? undefined : attemptAt(state.progress, latest)?.step;
  const steps = stepsIn(current);
  const here = steps.find(({ lesson, step }) => lesson.id === latest && step.id === lastStep);
  return arriveAt(answered === of ? steps[0] : (here ?? steps[0]), current);
}

/** Goes to the next step, or from the last step to the exercise's page. */
export function nextInExercise(current: ExerciseContext): Transition {
  const position = positionIn(current.state);
  return position
    ? arriveAt(nextOpenStep(stepsIn(current), position, isOpen(current)), current)
    : home(current);
}

/** Goes to the previous step, or from the first step to the exercise's page. */
export function backInExercise(current: ExerciseContext): Transition {
  const position = positionIn(current.state);
  return position
    ? arriveAt(previousOpenStep(stepsIn(current), position, isOpen(current)), current)
    : home(current);
}

/** Goes to the first check, to read the verdicts after the hand-in. */
export const seeAnswers = (current: ExerciseContext): Transition =>
  arriveAt(stepsIn(current).find(isOpen(current)), current);

/** Goes to a step by the ids of its lesson and itself; stays if the exercise has no such step. */
export function arriveAtStep(current: ExerciseContext, lesson: string, step: string): Transition {
  const target = stepsIn(current).find((one) => one.lesson.id === lesson && one.step.id === step);
  return target ? arriveAt(target, current) : unchanged(current.state);
}

const positionIn = ({ route }: State) =>
  route.name === 'lesson' ? { lesson: route.lesson.id, step: route.step } : undefined;

const home = ({ state }: ExerciseContext): Transition => ({
  state: showRoute(state, { name: 'home' }),
  events: [],
});

/** Records no event after the hand-in. */
function arriveAt(target: ExerciseStep | undefined, current: ExerciseContext): Transition {
  if (!target) return home(current);
  const { state, exercise } = current;
  const { lesson, step } = target;
  const route = { name: 'lesson', lesson, step: step.id, more: false } as const;
  return {
    state: showRoute(state, route),
    events: exercise.handedIn === undefined ? arrival(target, current) : [],
  };
}

function arrival({ lesson, step }: ExerciseStep, { state, exercise }: ExerciseContext): NewEntry[] {
  const visit = { k: 'at', lesson: lesson.id, step: step.id } as const;
  if (attemptAt(state.progress, lesson.id)) return [visit];
  return [{ k: 'start', lesson: lesson.id, seed: exercise.room.code }, visit];
}

/**
 * Ends the exercise with the answers so far. `because` is the learner's choice or the end of the time. `last` are answers
 * that are recorded at the same time.
 */
export function handIn(
  current: ExerciseContext,
  because: HandedIn['because'],
  last: readonly NewEntry[] = [],
): Transition {
  const exercise = { ...current.exercise, handedIn: current.context.now(), because };
  const { minutesLeft: _, timeOver: __, ...rest } = withCode({ ...current, exercise }, last);
  return { state: showRoute(rest, { name: 'home' }), events: [...last, { k: 'hand-in', because }] };
}

function withCode(
  { state, exercise, context }: ExerciseContext,
  last: readonly NewEntry[] = [],
): State {
  if (!state.handIn) return state;
  const given = last.flatMap((entry) =>
    entry.k === 'answer' ? [[entry.check, entry.choice] as const] : [],
  );
  const code = handInOf(
    { index: state.course, lesson: context.lesson },
    {
      ...exercise,
      status: exerciseStatus(exercise, context.now()),
      isLengthened: isLengthened(exercise),
    },
    new Map([...given, ...firstChoices(state.progress)]),
  );
  return { ...state, handIn: { ...state.handIn, code } };
}

/** The state with the minutes that are left now. The same object if they have not changed. */
export function atTime(state: State, { now, liveRoom }: SessionContext): State {
  const { live, progress } = state;
  const { exercise } = progress;
  if (!exercise || state.timeOver) return state;
  const left =
    live && liveRoom ? liveRoom.minutesLeft(live, exercise, now()) : minutesLeft(exercise, now());
  if (left === state.minutesLeft) return state;
  const { minutesLeft: _, ...rest } = state;
  return { ...rest, ...(left !== undefined && { minutesLeft: left }) };
}

/** A step of an exercise, with its lesson. */
export type ExerciseStep = { readonly lesson: Lesson; readonly step: Step };

/** Whether the learner can go to a step: to any step, after the hand-in only to questions. */
const isOpenTo = ({ step }: ExerciseStep, { handedIn }: Exercise): boolean =>
  handedIn === undefined || checksIn(step).length > 0;

const exerciseSteps = (lessons: readonly Lesson[]): ExerciseStep[] =>
  lessons.flatMap((lesson) => lesson.body.map((step) => ({ lesson, step })));

type StepRef = { readonly lesson: string; readonly step: string };

const indexOf = (steps: readonly ExerciseStep[], position: StepRef): number =>
  steps.findIndex(({ lesson, step }) => lesson.id === position.lesson && step.id === position.step);

/** The nearest open step after a position. */
function nextOpenStep(
  steps: readonly ExerciseStep[],
  position: StepRef,
  isOpen: (step: ExerciseStep) => boolean,
): ExerciseStep | undefined {
  return steps.slice(indexOf(steps, position) + 1).find(isOpen);
}

/** The nearest open step before a position. */
function previousOpenStep(
  steps: readonly ExerciseStep[],
  position: StepRef,
  isOpen: (step: ExerciseStep) => boolean,
): ExerciseStep | undefined {
  return steps.slice(0, Math.max(0, indexOf(steps, position))).findLast(isOpen);
}
