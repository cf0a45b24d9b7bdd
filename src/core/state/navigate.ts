import type { State } from '../session/step.js';
import type { Screen } from './route.js';

/** At a screen, with nothing yet done there. */
export function goTo(state: State, screen: Screen, highlight = 0): State {
  const { overlay: _o, scroll: _s, overlayScroll: _p, waiting: _w, ...rest } = state;
  return { ...rest, screen, highlight };
}
