import type { Happening } from '../log/entry.js';
import type { State } from './state.js';

/** A new state, and what is to be recorded of the way there. */
export type Outcome = { readonly state: State; readonly happened: readonly Happening[] };

export const still = (state: State): Outcome => ({ state, happened: [] });
