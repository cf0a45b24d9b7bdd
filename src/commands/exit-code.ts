import type { ProgressStore } from '../io/progress-store.js';
import { DONE, INTERRUPTED } from './environment.js';
import type { LeftLines } from './in-lines.js';

/** What could not be saved, which is told in words, is a failure for whoever looks at the code alone. */
const UNSAVED = 1;

/** Of a session, when its store is closed. */
export function exitCodeOf(how: LeftLines, store: Pick<ProgressStore, 'unsaved'>): number {
  if (how === 'interrupt') return INTERRUPTED;
  return store.unsaved() > 0 ? UNSAVED : DONE;
}
