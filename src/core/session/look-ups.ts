import { END } from '../course/lesson.js';
import type { LookUp } from '../log/entry.js';
import { closedBookText } from '../messages/lesson.js';
import { attemptAt, isAnswered } from '../progress/attempt.js';
import { isClosedInExercise } from '../progress/exercise.js';
import { scene } from '../scene/scene.js';
import { close } from '../state/navigate.js';
import { lookUpsFor, type OverlayName, type State } from '../state/state.js';

/** Opens an overlay; the key of the one that is open closes it. */
export function look(state: State, at: OverlayName): State {
  if (state.overlay === at) return close(state);
  if (at === 'inspect' && !state.preview) return state;
  const isLookUp = at === 'passages' || at === 'sources';
  if (isLookUp && isClosedBook(state)) return { ...state, notice: closedBookText(state.route) };
  const { overlayScroll: _, ...rest } = state;
  return { ...(isLookUp ? noteLookUp(rest, at) : rest), overlay: at };
}

export function hint(state: State): State {
  if (state.overlay || scene(state).kind !== 'check') return state;
  if (isClosedBook(state)) return { ...state, notice: closedBookText(state.route) };
  // It stands below the choices, which may fill the page.
  return { ...noteLookUp(state, 'hint'), scroll: Number.MAX_SAFE_INTEGER };
}

/** The book stays closed until the lesson's end: a look between two checks, or from home, would be as good as one. */
function isClosedBook(state: State): boolean {
  const { route, course, progress } = state;
  if (progress.exercise) return isClosedInExercise(course, progress, progress.exercise);
  if (route.name === 'lesson') return route.lesson.closedBook && route.step !== END;
  if (route.name === 'quiz') return route.quiz.question !== undefined;
  const { latest, place } = latestPlace(state);
  return latest?.closedBook === true && place !== undefined && place.step !== END;
}

/**
 * Only what is looked up before the answer counts: at the check, or from home while a check waits to be gone on with.
 */
function noteLookUp(state: State, at: LookUp): State {
  const check = waitingCheck(state);
  if (check === undefined) return state;
  const before = lookUpsFor(state, check);
  if (before.includes(at)) return state;
  return { ...state, lookUps: { ...state.lookUps, [check]: [...before, at] } };
}

/** The check that the learner stands at and has not answered. */
function waitingCheck(state: State): string | undefined {
  const now = scene(state);
  if (now.kind === 'check' || now.kind === 'certainty') return now.step.id;
  const { latest, place } = latestPlace(state);
  const isHome = now.kind === 'home' || now.kind === 'exercise';
  if (!isHome || !latest || !place || isAnswered(place, place.step)) return undefined;
  return latest.checks.includes(place.step) ? place.step : undefined;
}

function latestPlace({ course, progress }: State) {
  const latest = course.lessons.find((lesson) => lesson.id === progress.latest);
  return { latest, place: latest && attemptAt(progress, latest.id) };
}
