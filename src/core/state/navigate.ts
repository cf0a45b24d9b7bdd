import type { Screen } from './route.js';
import type { State } from './state.js';

export const goHome = (state: State): State => goTo(state, { name: 'home' });

/** Out of what is on top: the overlay, the question how sure, a cell of the map, the screen. */
export function close(state: State): State {
  const { overlay, overlayScroll: _s, ...rest } = state;
  if (overlay) return rest;
  const { waiting, scroll: _c, ...asked } = state;
  if (waiting !== undefined) return asked;
  const { screen } = state;
  if (screen.name === 'cell') return goTo(state, { name: 'map', map: screen.map }, screen.cell);
  return screen.name === 'home' ? state : goHome(state);
}

/** At a screen, with nothing yet done there. */
export function goTo(state: State, screen: Screen, highlight = 0): State {
  const { overlay: _o, scroll: _s, overlayScroll: _p, waiting: _w, ...rest } = state;
  return { ...rest, screen, highlight };
}
