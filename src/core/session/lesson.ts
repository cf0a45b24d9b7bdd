import type { Lesson } from '../course/course.js';
import { END } from '../course/lesson.js';
import { attemptAt, resumeAt, stepAfter, stepBefore, stepsOf } from '../progress/attempt.js';
import { openMisses, unanswered } from '../progress/checks.js';
import type { LessonAttempt } from '../progress/progress.js';
import { canContinue, scene } from '../scene/scene.js';
import type { SessionContext } from '../state/context.js';
import { close, goHome, showRoute } from '../state/navigate.js';
import type { State } from '../state/state.js';
import { type Transition, unchanged } from '../state/transition.js';
import { backInExercise, inExercise, nextInExercise } from './exercise.js';
import { nextInQuiz } from './quizzes.js';

export function openLesson(state: State, id: string, context: SessionContext): Transition {
  const lesson = context.lesson(id);
  const attempt = attemptAt(state.progress, id);
  if (!attempt) return begin(state, lesson, context.seed());
  const resumed = resumeAt(lesson, attempt);
  const added = resumed === END ? unanswered(lesson, state.progress).map((check) => check.id) : [];
  return added.length > 0
    ? begin(state, lesson, attempt.seed, added)
    : arrive(state, lesson, resumed);
}

export function begin(
  state: State,
  lesson: Lesson,
  seed: string,
  only?: readonly string[],
): Transition {
  const attempt: LessonAttempt = { seed, ...(only && { only }), step: '', answers: {} };
  const first = stepsOf(lesson, attempt)[0]?.id ?? END;
  const { state: arrived, events } = arrive({ ...state, lookUps: {}, hints: {} }, lesson, first);
  const started = { k: 'start', lesson: lesson.id, seed, ...(only && { only }) } as const;
  return { state: arrived, events: [started, ...events] };
}

/** Keeps the previous attempt's choice order; reshuffling on a retry is disorienting. */
export function retry(state: State, id: string, context: SessionContext): Transition {
  const lesson = context.lesson(id);
  const missed = openMisses(lesson, state.progress).map((check) => check.id);
  const seed = attemptAt(state.progress, id)?.seed ?? context.seed();
  return begin(state, lesson, seed, missed);
}

/** Goes to a step and records it. */
function arrive(state: State, lesson: Lesson, to: string): Transition {
  const route = { name: 'lesson', lesson, step: to, more: false } as const;
  return {
    state: showRoute(state, route),
    events: [{ k: 'at', lesson: lesson.id, step: to }],
  };
}

/** Goes from a reading or a verdict to the next step. A learner leaves a check by answering it. */
export function goNext(state: State, context: SessionContext): Transition {
  const now = scene(state);
  if (state.overlay || !canContinue(now)) return unchanged(state);
  if (!now.lesson) return unchanged(nextInQuiz(state, context));
  if (state.progress.exercise) return inExercise(state, context, nextInExercise);
  const attempt = attemptAt(state.progress, now.lesson.id);
  return attempt
    ? arrive(state, now.lesson, stepAfter(now.lesson, attempt, now.step.id))
    : unchanged(state);
}

/** Goes to the previous step. Closes an open overlay instead; leaves the lesson from its first step. */
export function goBack(state: State, context: SessionContext): Transition {
  if (state.overlay || state.pendingChoice !== undefined || state.route.name !== 'lesson')
    return unchanged(close(state));
  if (state.progress.exercise) return inExercise(state, context, backInExercise);
  const { lesson, step: id } = state.route;
  const attempt = attemptAt(state.progress, lesson.id);
  const to = attempt && stepBefore(lesson, attempt, id);
  return to === undefined ? unchanged(goHome(state)) : arrive(state, lesson, to);
}
