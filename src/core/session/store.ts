import type { NewEntry } from '../log/entry.js';
import type { Progress } from '../progress/progress.js';
import type { Action } from '../state/action.js';
import type { SessionContext } from '../state/context.js';
import type { State } from '../state/state.js';
import type { Transition } from '../state/transition.js';
import { step } from './step.js';

/** The session as one value that changes: actions come from keys, lines, timers and signals alike. */
export type SessionStore = {
  readonly state: () => State;
  /** Takes the action, records what happened, then tells the listeners. */
  readonly dispatch: (action: Action) => void;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * @param first where the session begins
 * @param world what the session needs from outside
 * @param persist keeps what happened and gives the progress that comes of it
 * @param news what has come up since it was last asked, to be shown once
 */
export function createSessionStore(
  first: Transition,
  context: SessionContext,
  persist: (events: readonly NewEntry[]) => Progress,
  takeWarning: () => string | undefined,
): SessionStore {
  const told = (now: State): State => {
    const notice = takeWarning();
    return notice === undefined ? now : { ...now, notice };
  };
  let state = told(advance(first, persist));
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (action) => {
      state = told(advance(step(state, action, context), persist));
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Brings what happened into the state: `record` keeps it and gives the progress that comes of it.
 * The state that comes out is shown only after `record` has returned, so that nothing is shown that is not kept.
 */
function advance(
  { state, events }: Transition,
  persist: (events: readonly NewEntry[]) => Progress,
): State {
  return events.length === 0 ? state : { ...state, progress: persist(events) };
}
