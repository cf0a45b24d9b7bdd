import type { Route } from './route.js';
import type { State } from './state.js';

export const goHome = (state: State): State => showRoute(state, { name: 'home' });

/** Leaves what is on top: the overlay, the certainty question, a cell of the map, or the page. */
export function close(state: State): State {
  const { overlay, overlayScroll: _s, ...rest } = state;
  if (overlay) return rest;
  const { pendingChoice, scroll: _c, ...withoutChoice } = state;
  if (pendingChoice !== undefined) return withoutChoice;
  const { route } = state;
  if (route.name === 'cell') return showRoute(state, { name: 'map', map: route.map }, route.cell);
  return route.name === 'home' ? state : goHome(state);
}

/** Goes to a route and resets scroll, overlay and pending choice. */
export function showRoute(state: State, route: Route, highlight = 0): State {
  const { overlay: _o, scroll: _s, overlayScroll: _p, pendingChoice: _w, ...rest } = state;
  return { ...rest, route, highlight };
}
