import type { LogEntry } from './entry.js';
import { inOrder } from './order.js';
import { undoneResets } from './resets.js';

/** An answer in a lesson, a review or a drill. */
export type PastAnswer = Extract<LogEntry, { k: 'answer' | 'review' | 'drill' }>;

/**
 * The answers of a log in its order, without those that a reset hides.
 * @param entries in any order; duplicates count once
 */
export function pastAnswers(entries: readonly LogEntry[]): PastAnswer[] {
  const ordered = inOrder(entries);
  const undone = undoneResets(ordered);
  let past: PastAnswer[] = [];
  for (const entry of ordered) {
    if (entry.k === 'answer' || entry.k === 'review' || entry.k === 'drill') past.push(entry);
    if (entry.k !== 'reset' || entry.undo !== undefined || undone.has(entry.id)) continue;
    const { lesson, checks = [] } = entry;
    past = lesson === undefined ? [] : past.filter((answer) => !isAmong(answer, checks));
  }
  return past;
}

const isAmong = (answer: PastAnswer, checks: readonly string[]): boolean =>
  answer.k !== 'drill' && checks.includes(answer.check);
