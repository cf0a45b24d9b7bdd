import { isMissed } from '../../scene/missed.js';
import { scene } from '../../scene/scene.js';
import { NOTHING } from '../../state/navigate.js';
import type { State } from '../../state/state.js';
import { type Transition, unchanged } from '../../state/transition.js';

/** Goes from the page of a first miss back to the question. */
export const chooseAgain = ({ scroll: _, ...state }: State): State => ({
  ...state,
  choosesAgain: true,
  highlight: NOTHING,
});

/** Shows the answer after a first miss, instead of the second try. */
export function showAnswer(state: State): Transition {
  const now = scene(state);
  if (state.overlay || !isMissed(now) || !now.lesson) return unchanged(state);
  const { scroll: _s, placed: _p, choosesAgain: _a, pendingChoice: _w, ...rest } = state;
  return {
    state: { ...rest, highlight: NOTHING },
    events: [{ k: 'at', lesson: now.lesson.id, step: now.step.id, shown: true }],
  };
}
