import type { NewEntry } from '../log/entry.js';
import type { Progress } from '../progress/progress.js';
import type { Action } from '../state/action.js';
import type { SessionContext } from '../state/context.js';
import type { State } from '../state/state.js';
import type { Transition } from '../state/transition.js';
import { step } from './step.js';

/** Holds the session's state. Actions come from keys, lines, timers and signals. */
export type SessionStore = {
  readonly state: () => State;
  /** Takes the action, records its events, then calls the listeners. */
  readonly dispatch: (action: Action) => void;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * @param first the state at the start, with events to record
 * @param persist saves events and returns the new progress
 * @param takeWarning returns a new warning, once, to show as a notice
 */
export function createSessionStore(
  first: Transition,
  context: SessionContext,
  persist: (events: readonly NewEntry[]) => Progress,
  takeWarning: () => string | undefined,
): SessionStore {
  const withWarning = (next: State): State => {
    const notice = takeWarning();
    return notice === undefined ? next : { ...next, notice };
  };
  let state = withWarning(advance(first, persist));
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (action) => {
      state = withWarning(advance(step(state, action, context), persist));
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Saves the events and puts the new progress into the state. Nothing is shown before `persist` has saved it. */
function advance(
  { state, events }: Transition,
  persist: (events: readonly NewEntry[]) => Progress,
): State {
  return events.length === 0 ? state : { ...state, progress: persist(events) };
}
