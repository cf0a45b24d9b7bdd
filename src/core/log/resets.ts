import type { LogEntry } from './entry.js';

/** The ids of resets that a later entry undoes. Only resets can be undone. */
export function undoneResets(ordered: readonly LogEntry[]): ReadonlySet<string> {
  const resets = new Set<string>();
  const undone = new Set<string>();
  for (const entry of ordered) {
    if (entry.k !== 'reset') continue;
    if (!entry.undo) resets.add(entry.id);
    else if (resets.has(entry.undo)) undone.add(entry.undo);
  }
  return undone;
}

/**
 * Whether progress can take the entry in without reading earlier entries. Undoing a reset and redating answers need them.
 */
export const isIncremental = (entry: LogEntry): boolean =>
  entry.k !== 'redate' && !(entry.k === 'reset' && entry.undo);
