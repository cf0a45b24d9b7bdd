import type { Lesson } from '../course/course.js';
import { END } from '../course/lesson.js';
import { placeIn, resumeAt, stepAfter, stepBefore, stepsOf } from '../progress/attempt.js';
import { openMisses, unanswered } from '../progress/checks.js';
import type { Place } from '../progress/progress.js';
import { type Scene, scene } from '../scene/scene.js';
import type { World } from '../state/context.js';
import { close, goHome, showRoute } from '../state/navigate.js';
import type { State } from '../state/state.js';
import { type Outcome, still } from '../state/transition.js';
import { goBackInExercise, goOnInExercise, inExercise } from './exercise.js';
import { nextInQuiz } from './quizzes.js';

export function openLesson(state: State, id: string, world: World): Outcome {
  const lesson = world.lesson(id);
  const place = placeIn(state.progress, id);
  if (!place) return begin(state, lesson, world.seed());
  const at = resumeAt(lesson, place);
  const added = at === END ? unanswered(lesson, state.progress).map((check) => check.id) : [];
  return added.length > 0 ? begin(state, lesson, place.seed, added) : arrive(state, lesson, at);
}

export function begin(
  state: State,
  lesson: Lesson,
  seed: string,
  only?: readonly string[],
): Outcome {
  const place: Place = { seed, ...(only && { only }), step: '', answers: {} };
  const first = stepsOf(lesson, place)[0]?.id ?? END;
  const { state: arrived, happened } = arrive({ ...state, lookUps: {} }, lesson, first);
  const started = { k: 'start', lesson: lesson.id, seed, ...(only && { only }) } as const;
  return { state: arrived, happened: [started, ...happened] };
}

/** The same order of choices as in the attempt before: reshuffling on a retry disorients. */
export function retry(state: State, id: string, world: World): Outcome {
  const lesson = world.lesson(id);
  const missed = openMisses(lesson, state.progress).map((check) => check.id);
  const seed = placeIn(state.progress, id)?.seed ?? world.seed();
  return begin(state, lesson, seed, missed);
}

/** At another step, with nothing yet done there. */
function arrive(state: State, lesson: Lesson, to: string): Outcome {
  const route = { name: 'lesson', lesson, step: to, more: false } as const;
  return {
    state: showRoute(state, route),
    happened: [{ k: 'at', lesson: lesson.id, step: to }],
  };
}

type Leading = Extract<Scene, { kind: 'reading' | 'verdict' | 'given' }>;

/** Whether there is nothing to choose, and a step to go on to. */
export const leadsOn = (now: Scene): now is Leading =>
  now.kind === 'reading' || now.kind === 'verdict' || now.kind === 'given';

/** From a reading or a verdict to the next step; a check is left by answering it. */
export function goOn(state: State, world: World): Outcome {
  const now = scene(state);
  if (state.overlay || !leadsOn(now)) return still(state);
  if (!now.lesson) return still(nextInQuiz(state, world));
  if (state.progress.exercise) return inExercise(state, world, goOnInExercise);
  const place = placeIn(state.progress, now.lesson.id);
  return place
    ? arrive(state, now.lesson, stepAfter(now.lesson, place, now.step.id))
    : still(state);
}

/** To the step before; out of the overlay, and out of the lesson at its first step. */
export function goBack(state: State, world: World): Outcome {
  if (state.overlay || state.waiting !== undefined || state.route.name !== 'lesson')
    return still(close(state));
  if (state.progress.exercise) return inExercise(state, world, goBackInExercise);
  const { lesson, step: id } = state.route;
  const place = placeIn(state.progress, lesson.id);
  const to = place && stepBefore(lesson, place, id);
  return to === undefined ? still(goHome(state)) : arrive(state, lesson, to);
}
