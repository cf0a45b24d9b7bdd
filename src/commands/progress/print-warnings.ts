import type { ProgressStore } from '../../io/progress/store.js';
import type { StorageWarning } from '../../io/progress/warnings.js';
import type { Environment } from '../environment.js';
import { printLine } from '../errors.js';

/** Prints the store's warnings to stderr, one per line. @param from the number of warnings that were printed before */
export const printWarnings = (store: ProgressStore, environment: Environment, from = 0): void =>
  print(store.warnings().slice(from), environment);

/** Closes the store after a session, and prints only the warnings that closing adds. */
export async function closeAndWarn(store: ProgressStore, environment: Environment): Promise<void> {
  const before = store.warnings().map(({ message }) => message);
  await store.close();
  const fresh = store.warnings().filter(({ message }) => !before.includes(message));
  print(fresh, environment);
}

function print(warnings: readonly StorageWarning[], environment: Environment): void {
  for (const { message } of warnings) printLine(message, environment);
}
