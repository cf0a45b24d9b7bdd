import type { ProgressStore } from '../io/progress/store.js';
import { DONE, INTERRUPTED } from './environment.js';

/** How a session was left. */
export type ExitReason = 'quit' | 'interrupt' | 'end-of-input';

/** What could not be saved, which is told in words, is a failure for whoever looks at the code alone. */
const UNSAVED = 1;

/** Of what was done in one course after the other, when their stores are closed. */
export function exitCodeOf(
  how: ExitReason,
  stores: readonly Pick<ProgressStore, 'unsaved'>[],
): number {
  if (how === 'interrupt') return INTERRUPTED;
  return stores.some((store) => store.unsaved() > 0) ? UNSAVED : DONE;
}
