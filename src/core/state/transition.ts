import type { NewEntry } from '../log/entry.js';
import type { State } from './state.js';

/** A new state, and what is to be recorded of the way there. */
export type Transition = { readonly state: State; readonly events: readonly NewEntry[] };

export const unchanged = (state: State): Transition => ({ state, events: [] });
