import type { LogEntry, Stamp } from './entry.js';

/** The later of two stamps in the order of the log. */
export const higher = (a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined =>
  a && b ? (byTime(a, b) < 0 ? b : a) : (a ?? b);

/** Compares two stamps in the order of the log: by time, then by id. */
export const byTime = (a: Stamp, b: Stamp): number =>
  a.t - b.t || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The entries in the order of the log, without duplicates. */
export const inOrder = (entries: readonly LogEntry[]): LogEntry[] =>
  [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byTime);
