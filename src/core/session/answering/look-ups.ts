import { checkIdsAt, END } from '../../course/lesson.js';
import type { LookUp } from '../../log/entry.js';
import { closedBookText } from '../../messages/lesson.js';
import { attemptAt, awaitsSecondLook, isAnswered } from '../../progress/attempt.js';
import { isClosedInExercise } from '../../progress/exercise.js';
import { type Scene, scene } from '../../scene/scene.js';
import { close } from '../../state/navigate.js';
import { hintsFor, lookUpsFor, type OverlayName, type State } from '../../state/state.js';

/** Opens an overlay over what is open, closes it if it is on top, or goes back to it from those above it. */
export function look(state: State, name: OverlayName): State {
  const { overlay, overlayScroll, below = [] } = state;
  if (overlay === name) return close(state);
  if (below.some((one) => one.overlay === name)) return backTo(state, name);
  if (name === 'inspect' && !state.preview) return state;
  const isLookUp = name === 'passages' || name === 'sources';
  if (isLookUp && isClosedBook(state)) return { ...state, notice: closedBookText(state.route) };
  const { overlayScroll: _, ...rest } = state;
  const under = overlay && { overlay, ...(overlayScroll !== undefined && { overlayScroll }) };
  return {
    ...(isLookUp ? noteLookUp(rest, name) : rest),
    overlay: name,
    ...(under && { below: [...below, under] }),
  };
}

function backTo(state: State, name: OverlayName): State {
  const closed = close(state);
  return closed.overlay === name ? closed : backTo(closed, name);
}

/** Shows the next hint: first where to look, then the habit. */
export function hint(state: State): State {
  const { kind } = scene(state);
  if (state.overlay || (kind !== 'check' && kind !== 'board')) return state;
  if (isClosedBook(state)) return { ...state, notice: closedBookText(state.route) };
  const check = waitingStep(state) ?? '';
  const hints = { ...state.hints, [check]: hintsFor(state, check) === 0 ? 1 : 2 } as const;
  // The hint is below the choices, which may fill the page.
  return { ...noteLookUp(state, 'hint'), hints, scroll: Number.MAX_SAFE_INTEGER };
}

/** The story stays closed until a closed-book lesson ends: a look between checks or from home would help too. */
function isClosedBook(state: State): boolean {
  const { route, course, progress } = state;
  if (progress.exercise) return isClosedInExercise(course, progress, progress.exercise);
  if (route.name === 'lesson') return route.lesson.closedBook && route.step !== END;
  if (route.name === 'quiz') return route.quiz.question !== undefined;
  const { latest, attempt } = latestAttempt(state);
  return latest?.closedBook === true && attempt !== undefined && attempt.step !== END;
}

/** Notes a look-up for the check or board that waits for an answer. Look-ups after the verdict don't count. */
export function noteLookUp(state: State, lookUp: LookUp): State {
  const check = waitingStep(state);
  if (check === undefined) return state;
  const before = lookUpsFor(state, check);
  if (before.includes(lookUp)) return state;
  return { ...state, lookUps: { ...state.lookUps, [check]: [...before, lookUp] } };
}

/** The check or board on the page that waits for its first or second answer; on home and its pages the one to continue with. */
function waitingStep(state: State): string | undefined {
  const now = scene(state);
  if (isWaiting(now)) return now.step.id;
  const { latest, attempt } = latestAttempt(state);
  if (!OUTSIDE_LESSON.includes(now.kind) || !latest || !attempt) return undefined;
  const { step } = attempt;
  const isOpen = (id: string): boolean =>
    !isAnswered(attempt, id) || awaitsSecondLook(attempt, id, step);
  return checkIdsAt(latest, step).some(isOpen) ? step : undefined;
}

const OUTSIDE_LESSON: readonly Scene['kind'][] = ['home', 'lessons', 'more', 'exercise'];

const WAITING = ['check', 'second-look', 'certainty', 'board'] as const;

const isWaiting = (now: Scene): now is Extract<Scene, { kind: (typeof WAITING)[number] }> =>
  (WAITING as readonly string[]).includes(now.kind);

function latestAttempt({ course, progress }: State) {
  const latest = course.lessons.find((lesson) => lesson.id === progress.latest);
  return { latest, attempt: latest && attemptAt(progress, latest.id) };
}

/** Shows what a verdict adds, or leaves it out again. */
export function showMore(state: State): State {
  const { scroll: _, route, ...rest } = state;
  const { kind } = scene(state);
  const isVerdict = kind === 'verdict' || kind === 'board-verdict';
  if (state.overlay || !isVerdict || !('more' in route)) return state;
  return { ...rest, route: { ...route, more: !route.more } };
}
