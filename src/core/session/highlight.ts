import { entryCount, highlightOf, scene } from '../scene/scene.js';
import type { State } from '../state/state.js';

/** The entries that the highlight moves through. */
export const countOf = (state: State): number => (state.overlay ? 0 : entryCount(scene(state)));

/** From a question without a highlight, down goes to the first choice and up to the last. */
export function move(state: State, by: number): State {
  const count = countOf(state);
  const at = highlightOf(state, scene(state));
  if (count === 0) return state;
  return point(state, at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count);
}

/** Highlights an entry, drops a pending choice, and closes what a verdict says more about another row. */
export function point(state: State, index: number): State {
  if (index < 0 || index >= countOf(state)) return state;
  const { scroll: _s, pendingChoice: _w, route, ...rest } = state;
  return {
    ...rest,
    ...explainedBefore(state),
    route: 'more' in route ? { ...route, more: false } : route,
    highlight: index,
  };
}

/** The verdict on a board has explained the row that the highlight leaves. */
function explainedBefore(state: State): Pick<State, 'explained'> {
  const now = scene(state);
  return now.kind === 'board-verdict'
    ? { explained: [...new Set(state.explained).add(highlightOf(state, now))] }
    : {};
}
