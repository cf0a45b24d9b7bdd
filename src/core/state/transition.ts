import type { NewEntry } from '../log/entry.js';
import type { State } from './state.js';

/** A new state, and the events to record before it is shown. */
export type Transition = { readonly state: State; readonly events: readonly NewEntry[] };

export const unchanged = (state: State): Transition => ({ state, events: [] });
