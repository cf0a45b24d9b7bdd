import type { ProgressStore } from '../io/progress-store.js';
import type { Environment } from './environment.js';

/** What is wrong with the stored progress, a line each on stderr. */
export function tellTroubles(store: ProgressStore, { stderr }: Environment): void {
  for (const { message } of store.troubles()) stderr.write(`on-the-record: ${message}\n`);
}
