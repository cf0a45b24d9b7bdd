import type { ProgressStore } from '../../io/progress/store.js';
import type { StorageWarning } from '../../io/progress/warnings.js';
import type { Environment } from '../environment.js';
import { printLine } from '../errors.js';

/** Prints what is wrong with the stored progress, one line each on stderr. */
export const printWarnings = (store: ProgressStore, environment: Environment): void =>
  print(store.warnings(), environment);

/** Closes the store after a session, and prints the warnings that closing it adds. */
export async function closeAndWarn(store: ProgressStore, environment: Environment): Promise<void> {
  const before = store.warnings().length;
  await store.close();
  print(store.warnings().slice(before), environment);
}

function print(warnings: readonly StorageWarning[], environment: Environment): void {
  for (const { message } of warnings) printLine(message, environment);
}
