import type { Route } from './route.js';
import type { State } from './state.js';

export const goHome = (state: State): State => showRoute(state, { name: 'home' });

/** Out of what is on top: the overlay, the question how sure, a cell of the map, the screen. */
export function close(state: State): State {
  const { overlay, overlayScroll: _s, ...rest } = state;
  if (overlay) return rest;
  const { pendingChoice, scroll: _c, ...asked } = state;
  if (pendingChoice !== undefined) return asked;
  const { route } = state;
  if (route.name === 'cell') return showRoute(state, { name: 'map', map: route.map }, route.cell);
  return route.name === 'home' ? state : goHome(state);
}

/** At a screen, with nothing yet done there. */
export function showRoute(state: State, route: Route, highlight = 0): State {
  const { overlay: _o, scroll: _s, overlayScroll: _p, pendingChoice: _w, ...rest } = state;
  return { ...rest, route, highlight };
}
