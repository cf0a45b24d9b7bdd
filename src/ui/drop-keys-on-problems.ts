import type { SessionStore } from '../core/session/store.js';
import { hasProblems } from '../core/state/state.js';

/**
 * What was typed while mistakes stood in the place of the screen is not for the screen that comes back, nor the other
 * way round: a file that is saved changes it under the author's hands.
 * @param drop forgets what was typed ahead
 * @returns a function that ends it
 */
export function dropKeysOnProblems(store: SessionStore, drop: () => void): () => void {
  let had = hasProblems(store.state());
  return store.subscribe(() => {
    const has = hasProblems(store.state());
    if (has !== had) drop();
    had = has;
  });
}
