import type { LogEntry } from './entry.js';
import { inOrder } from './order.js';

/** The entries of `other` that `own` lacks, in the order of the log. */
export function missingFrom(own: readonly LogEntry[], other: readonly LogEntry[]): LogEntry[] {
  const ownIds = new Set(own.map(({ id }) => id));
  return inOrder(other).filter(({ id }) => !ownIds.has(id));
}
