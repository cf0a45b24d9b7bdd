import type { LogEntry, Stamp } from './log/entry.js';
import {
  byTime,
  type Draft,
  foldInto,
  foldOnto,
  foldsForward,
  inOrder,
  type Progress,
} from './progress/fold.js';

/**
 * The progress after further entries of the same log, in whatever order and however often given.
 * @param highest the highest stamp that went into the progress
 * @returns nothing where only the whole log can tell: an entry takes a reset back, or is not above the
 *   highest, as after an import, with two programs at once, or when a clock was set back
 */
export function continueFold(
  progress: Progress,
  highest: Stamp | undefined,
  entries: readonly LogEntry[],
): Progress | undefined {
  return follow(highest, entries) ? foldOnto(progress, inOrder(entries)) : undefined;
}

/** The same into a draft, in place. @returns whether it could be done; if not, the draft is as it was */
export function continueDraft(
  draft: Draft,
  highest: Stamp | undefined,
  entries: readonly LogEntry[],
): boolean {
  const can = follow(highest, entries);
  if (can) foldInto(draft, inOrder(entries));
  return can;
}

function follow(highest: Stamp | undefined, entries: readonly LogEntry[]): boolean {
  const isAbove = (entry: LogEntry): boolean => !highest || byTime(entry, highest) > 0;
  return entries.every((entry) => foldsForward(entry) && isAbove(entry));
}
