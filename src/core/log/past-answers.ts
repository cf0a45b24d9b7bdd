import type { LogEntry } from './entry.js';
import { inOrder } from './order.js';
import { undoneResets } from './resets.js';

/** Answers of any sort, in the order of the log, without those that a reset hides. */
export type PastAnswer = Extract<LogEntry, { k: 'answer' | 'review' | 'drill' }>;

/** @param entries a log, in whatever order and however often */
export function pastAnswers(entries: readonly LogEntry[]): PastAnswer[] {
  const ordered = inOrder(entries);
  const undone = undoneResets(ordered);
  let past: PastAnswer[] = [];
  for (const entry of ordered) {
    if (entry.k === 'answer' || entry.k === 'review' || entry.k === 'drill') past.push(entry);
    if (entry.k !== 'reset' || entry.undo !== undefined || undone.has(entry.id)) continue;
    const { lesson, checks = [] } = entry;
    past = lesson === undefined ? [] : past.filter((one) => !isAmong(one, checks));
  }
  return past;
}

const isAmong = (one: PastAnswer, checks: readonly string[]): boolean =>
  one.k !== 'drill' && checks.includes(one.check);
