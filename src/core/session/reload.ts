import type { CourseIndex, Lesson } from '../course/course.js';
import { END } from '../course/lesson.js';
import { goneText } from '../messages/lesson.js';
import { attemptAt, stepsOf } from '../progress/attempt.js';
import type { LessonAttempt } from '../progress/progress.js';
import { scene } from '../scene/scene.js';
import type { SessionContext } from '../state/context.js';
import type { LessonRoute } from '../state/route.js';
import type { State } from '../state/state.js';
import type { Transition } from '../state/transition.js';
import { reloadQuiz } from './quizzes.js';

/**
 * The same session in a changed course: at the same step with what was chosen, given and laid over it, as far as the
 * course still has them.
 */
export function reload(state: State, course: CourseIndex, context: SessionContext): Transition {
  const { route } = state;
  const fresh: State = { ...state, course, ...(state.preview && { preview: NO_PROBLEMS }) };
  if (route.name === 'quiz') return { state: reloadQuiz(fresh, context), events: [] };
  if (route.name !== 'lesson') return { state: keepHighlight(fresh, state), events: [] };
  const { id } = route.lesson;
  if (course.lessons.some((lesson) => lesson.id === id))
    return reloadLesson(fresh, state, route, context.lesson(id));
  const { overlay: _o, overlayScroll: _p, scroll: _s, ...home } = fresh;
  const notice = goneText('lesson', id);
  return { state: { ...home, route: { name: 'home' }, highlight: 0, notice }, events: [] };
}

const NO_PROBLEMS = { problems: [], scroll: 0 } as const;

function reloadLesson(fresh: State, before: State, route: LessonRoute, lesson: Lesson): Transition {
  const to = stepIn(lesson, route, attemptAt(before.progress, lesson.id));
  if (to === route.step) {
    const state = { ...fresh, route: { ...route, lesson } };
    return { state: keepHighlight(state, before), events: [] };
  }
  const { scroll: _, ...rest } = fresh;
  const there: LessonRoute = { name: 'lesson', lesson, step: to, more: false };
  const notice = goneText('step', route.step);
  return {
    state: { ...rest, route: there, highlight: 0, notice },
    events: [{ k: 'at', lesson: lesson.id, step: to }],
  };
}

/** The same step; where it is gone, the one that now has its place; where there is none, the last. */
function stepIn(lesson: Lesson, route: LessonRoute, place: LessonAttempt | undefined): string {
  const ids = (of: Lesson): string[] => (place ? stepsOf(of, place) : of.body).map(({ id }) => id);
  const now = ids(lesson);
  if (route.step === END || now.includes(route.step)) return route.step;
  return now[ids(route.lesson).indexOf(route.step)] ?? now.at(-1) ?? END;
}

/** On the entry that was highlighted, wherever it now stands; where it is gone, at its place. */
function keepHighlight(state: State, before: State): State {
  const entries = entryIds(state);
  const at = entries.indexOf(entryIds(before)[before.highlight] ?? '');
  const nearest = Math.max(0, Math.min(before.highlight, entries.length - 1));
  return { ...state, highlight: at < 0 ? nearest : at };
}

function entryIds(state: State): string[] {
  const now = scene(state);
  if (now.kind === 'check' || now.kind === 'certainty') return now.choices.map(({ id }) => id);
  return 'menu' in now ? now.menu.map(({ id }) => id) : [];
}
