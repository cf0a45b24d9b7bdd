import { isRecord, isText, isWhole, LATEST_TIME } from '../json-shape.js';
import type { Boot, LogEntry } from '../log/entry.js';

/** What a computer knows of the time, in milliseconds. */
export type ComputerTime = {
  /** Since 1970, by the clock that people and servers set. */
  readonly clock: number;
  /** Since the computer was started, also while it slept. Absent if the system does not say. */
  readonly uptime?: number;
  /** Names this computer and, where the system does so, this start of it. */
  readonly bootId: string;
};

/** Entries that follow each other quickly can have times up to this far ahead, in milliseconds. */
const AHEAD = 1_000;

/**
 * The time on the clock of an exercise, in milliseconds since 1970. The clock continues from the last entry by the time
 * that has really passed, so setting the computer's clock neither ends nor extends an exercise. After a restart, the
 * time by the computer's clock counts only up to the time since the restart, because more is not known. If everyone's
 * time ends together, it counts in full: the end is a moment on that clock.
 */
export function exerciseTime(
  entries: readonly LogEntry[],
  computer: ComputerTime,
  hasCommonEnd = false,
): number {
  const [first, ...others] = entries;
  if (!first) return computer.clock;
  const last = others.reduce((latest, entry) => (entry.t > latest.t ? entry : latest), first);
  return Math.min(last.t + passedSince(last, computer, hasCommonEnd), LATEST_TIME);
}

function passedSince(
  { t, boot }: LogEntry,
  { clock, uptime, bootId }: ComputerTime,
  hasCommonEnd: boolean,
): number {
  const byClock = Math.max(0, clock - t);
  if (uptime === undefined || !isBoot(boot)) return byClock;
  const passed = boot.t + uptime - t;
  const isSameStart = boot.id === bootId && passed > -AHEAD;
  if (isSameStart) return Math.max(0, passed);
  return hasCommonEnd ? byClock : Math.min(byClock, uptime);
}

/** The log is a file, so the field may contain anything. */
const isBoot = (value: unknown): value is Boot =>
  isRecord(value) && isText(value.id) && isWhole(value.t);

/** The start of the computer, as a field of the entries that follow. Empty if the system does not say when it was. */
export const bootAt = (now: number, { uptime, bootId }: ComputerTime): { readonly boot?: Boot } =>
  uptime === undefined ? {} : { boot: { id: bootId, t: now - uptime } };
