import type { LogEntry } from './entry.js';

/** The resets that a later entry takes back; nothing else can be. */
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

/** Whether the entry can be added to a fold without looking at earlier entries: all but taking a reset back. */
export const isIncremental = (entry: LogEntry): boolean => !(entry.k === 'reset' && entry.undo);
