import type { ProgressStore } from '../../io/progress/store.js';
import type { Trouble } from '../../io/progress/warnings.js';
import type { Environment } from '../environment.js';

/** What is wrong with the stored progress, a line each on stderr. */
export const tellTroubles = (store: ProgressStore, environment: Environment): void =>
  tell(store.troubles(), environment);

/** Closes the store of a session that is over, and tells what came up only then. */
export async function closeTelling(store: ProgressStore, environment: Environment): Promise<void> {
  const told = store.troubles().length;
  await store.close();
  tell(store.troubles().slice(told), environment);
}

function tell(troubles: readonly Trouble[], environment: Environment): void {
  // Not taken out of the environment first: to make it takes Node a millisecond.
  for (const { message } of troubles) environment.stderr.write(`on-the-record: ${message}\n`);
}
