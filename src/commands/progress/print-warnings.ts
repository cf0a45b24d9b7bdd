import type { ProgressStore } from '../../io/progress/store.js';
import type { StorageWarning } from '../../io/progress/warnings.js';
import type { Environment } from '../environment.js';

/** What is wrong with the stored progress, a line each on stderr. */
export const printWarnings = (store: ProgressStore, environment: Environment): void =>
  tell(store.warnings(), environment);

/** Closes the store of a session that is over, and tells what came up only then. */
export async function closeAndWarn(store: ProgressStore, environment: Environment): Promise<void> {
  const told = store.warnings().length;
  await store.close();
  tell(store.warnings().slice(told), environment);
}

function tell(warnings: readonly StorageWarning[], environment: Environment): void {
  // Not taken out of the environment first: to make it takes Node a millisecond.
  for (const { message } of warnings) environment.stderr.write(`on-the-record: ${message}\n`);
}
