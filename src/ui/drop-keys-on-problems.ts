import type { SessionStore } from '../core/session/session-store.js';
import { hasProblems } from '../core/state/state.js';

/**
 * Drops keys typed ahead when problems appear or disappear. Saving a file changes the page while the author types.
 * @param drop forgets keys typed ahead
 * @returns a function that ends the subscription
 */
export function dropKeysOnProblems(store: SessionStore, drop: () => void): () => void {
  let had = hasProblems(store.state());
  return store.subscribe(() => {
    const has = hasProblems(store.state());
    if (has !== had) drop();
    had = has;
  });
}
