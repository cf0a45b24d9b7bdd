import type { ProgressStore } from '../../io/progress/store.js';
import type { Trouble } from '../../io/progress/warnings.js';
import type { Environment } from '../environment.js';
import { printLine } from '../errors.js';

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
  for (const { message } of troubles) printLine(message, environment);
}
