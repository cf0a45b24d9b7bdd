import type { Route } from './route.js';
import { hasProblems, type State } from './state.js';

export const goHome = (state: State): State => showRoute(state, { name: 'home' });

/**
 * Leaves what is on top: the overlay, for the one below it; the certainty question, or the page. "Where I stand", the map and its cells go back to
 * the page where they were opened. A round of "Who said it?" that has begun is kept.
 */
export function close(state: State): State {
  const { overlay, overlayScroll: _s, below = [], ...rest } = state;
  const under = below.slice(0, -1);
  if (overlay) return { ...rest, ...below.at(-1), ...(under.length > 0 && { below: under }) };
  const { pendingChoice, scroll: _c, ...withoutChoice } = state;
  if (pendingChoice !== undefined) return withoutChoice;
  const { route } = state;
  if (route.name === 'cell') {
    const { map, from, cell } = route;
    return showRoute(state, { name: 'map', map, from }, cell);
  }
  if ('from' in route) return showRoute(state, route.from.route, route.from.highlight);
  if (route.name === 'home') return state;
  const isRound = route.name === 'quiz' && route.quiz.kind === 'drill' && route.quiz.answered > 0;
  return goHome(isRound && route.quiz.question ? { ...state, round: route.quiz } : state);
}

export function scrollTo(state: State, to: number): State {
  if (state.preview && hasProblems(state))
    return { ...state, preview: { ...state.preview, scroll: to } };
  return state.overlay ? { ...state, overlayScroll: to } : { ...state, scroll: to };
}

/** Nothing is highlighted: a question waits for the learner to move. */
export const NOTHING = -1;

/** Goes to a route and resets what belongs to one page: scroll, overlays, pending choice, what a board explained. */
export function showRoute(state: State, route: Route, highlight = firstHighlight(route)): State {
  const { overlay: _o, scroll: _s, overlayScroll: _p, pendingChoice: _w, ...rest } = state;
  const { below: _b, explained: _e, choosesAgain: _a, ...page } = rest;
  return { ...page, route, highlight };
}

/**
 * A lesson and a quiz may show a question. The end of a course, and the page of an exercise, open at their top.
 * `highlightOf` gives menus their first entry.
 */
const firstHighlight = ({ name }: Route): number => (NOTHING_AT_FIRST.includes(name) ? NOTHING : 0);

const NOTHING_AT_FIRST: readonly Route['name'][] = [
  'lesson',
  'quiz',
  'course-end',
  'home',
  'hand-in',
];
