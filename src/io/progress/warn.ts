import { logFile } from './answer-log.js';
import type { ReadProgress } from './read.js';
import { damagedLines, type StorageWarning } from './warnings.js';

/** The warnings of a store. */
export type Warned = {
  warnings: readonly StorageWarning[];
  /** The number of damaged lines that an earlier session reported. */
  known: number;
};

/** Adds the warning, unless there is one of its kind. */
export function warn(warned: Warned, warning: StorageWarning): void {
  if (warned.warnings.some(({ kind }) => kind === warning.kind)) return;
  warned.warnings = [...warned.warnings, warning];
}

/** Warns of damaged lines that no session reported. A higher number replaces the earlier warning. */
export function warnOfDamage(
  warned: Warned,
  folder: string,
  { damaged, highest }: Pick<ReadProgress, 'damaged' | 'highest'>,
): void {
  if (damaged <= warned.known) return;
  warned.warnings = warned.warnings.filter(({ kind }) => kind !== 'damaged-lines');
  warn(warned, damagedLines(logFile(folder), damaged - warned.known, highest !== undefined));
}
