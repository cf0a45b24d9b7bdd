import type { CourseIndex, Lesson } from '../course/course.js';
import { END } from '../course/lesson.js';
import { goneText } from '../messages/lesson.js';
import { attemptAt, stepsOf } from '../progress/attempt.js';
import type { LessonAttempt } from '../progress/progress.js';
import { scene } from '../scene/scene.js';
import type { SessionContext } from '../state/context.js';
import { NOTHING } from '../state/navigate.js';
import type { LessonRoute } from '../state/route.js';
import type { State } from '../state/state.js';
import type { Transition } from '../state/transition.js';
import { reloadQuiz } from './quizzes.js';

/**
 * Continues the session in a changed course. Keeps the step, the highlight, the pending choice and the overlay, as far
 * as the course still has them.
 */
export function reload(state: State, course: CourseIndex, context: SessionContext): Transition {
  const { round: _, ...kept } = state;
  const { route } = state;
  const fresh: State = { ...kept, course };
  if (route.name === 'quiz') return { state: reloadQuiz(fresh, context), events: [] };
  if (route.name !== 'lesson') return { state: keepHighlight(fresh, state), events: [] };
  const { id } = route.lesson;
  if (course.lessons.some((lesson) => lesson.id === id))
    return reloadLesson(fresh, state, route, context.lesson(id));
  const { overlay: _o, below: _b, overlayScroll: _p, scroll: _s, ...home } = fresh;
  const notice = goneText('lesson', id);
  return { state: { ...home, route: { name: 'home' }, highlight: NOTHING, notice }, events: [] };
}

function reloadLesson(fresh: State, before: State, route: LessonRoute, lesson: Lesson): Transition {
  const to = stepIn(lesson, route, attemptAt(before.progress, lesson.id));
  if (to === route.step) {
    const state = { ...fresh, route: { ...route, lesson } };
    return { state: keepHighlight(state, before), events: [] };
  }
  const { scroll: _s, placed: _p, choosesAgain: _a, pendingChoice: _w, ...rest } = fresh;
  const newRoute: LessonRoute = { name: 'lesson', lesson, step: to, more: false };
  const notice = goneText('step', route.step);
  return {
    state: { ...rest, route: newRoute, highlight: NOTHING, notice },
    events: [{ k: 'at', lesson: lesson.id, step: to }],
  };
}

/** The same step. If it is gone, the step now in its position, or else the last step. */
function stepIn(lesson: Lesson, route: LessonRoute, attempt: LessonAttempt | undefined): string {
  const idsOf = (version: Lesson): string[] =>
    (attempt ? stepsOf(version, attempt) : version.body).map(({ id }) => id);
  const newIds = idsOf(lesson);
  if (route.step === END || newIds.includes(route.step)) return route.step;
  return newIds[idsOf(route.lesson).indexOf(route.step)] ?? newIds.at(-1) ?? END;
}

/** Highlights the same entry at its new position. If it is gone, highlights its old position. */
function keepHighlight(state: State, before: State): State {
  if (before.highlight < 0) return state;
  const entries = entryIds(state);
  const index = entries.indexOf(entryIds(before)[before.highlight] ?? '');
  const nearest = Math.max(0, Math.min(before.highlight, entries.length - 1));
  return { ...state, highlight: index < 0 ? nearest : index };
}

function entryIds(state: State): string[] {
  const now = scene(state);
  if (now.kind === 'check' || now.kind === 'certainty') return now.choices.map(({ id }) => id);
  if ('rows' in now) return now.rows.map(({ check }) => check.id);
  return 'menu' in now ? now.menu.map(({ id }) => id) : [];
}
