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

/** What a session shows that does not follow from its actions. */
export type News = {
  /** Shown until the next action. Each line is a message. */
  readonly notice?: string;
  /** What is not saved, in a few words. Shown as long as the news has it. */
  readonly unsaved?: string;
  /** Where an exercise's result is, if the session has one; undefined if it could not be saved. */
  readonly result?: { readonly file: string | undefined };
};

/** What a session works with. */
type Surroundings = {
  readonly context: SessionContext;
  /** Saves events and returns the new progress. */
  readonly persist: (events: readonly NewEntry[]) => Progress;
  /** Called after each action. */
  readonly news: () => News;
};

/** @param first the state at the start, with events to record */
export function createSessionStore(
  first: Transition,
  { context, persist, news }: Surroundings,
): SessionStore {
  let state = withNews(advance(first, persist), news());
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (action) => {
      state = withNews(advance(step(state, action, context), persist), news());
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The same object if there is no news. */
function withNews(state: State, { notice, unsaved, result }: News): State {
  const { unsaved: before, ...rest } = state;
  const isMoved = result !== undefined && result.file !== state.handIn?.file;
  if (notice === undefined && unsaved === before && !isMoved) return state;
  return {
    ...rest,
    ...(notice !== undefined && { notice }),
    ...(unsaved !== undefined && { unsaved }),
    ...(isMoved && { handIn: { ...state.handIn, file: result.file } }),
  };
}

/** Saves the events and puts the new progress into the state. Nothing is shown before `persist` has saved it. */
function advance(
  { state, events }: Transition,
  persist: (events: readonly NewEntry[]) => Progress,
): State {
  return events.length === 0 ? state : { ...state, progress: persist(events) };
}
