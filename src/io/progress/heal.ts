import { chmodSync, constants, copyFileSync, lstatSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { LogEntry, Stamp } from '../../core/log/entry.js';
import { redateFor } from '../../core/log/given-time.js';
import { utcDay } from '../../core/text/english.js';
import type { Write } from '../files/flush.js';
import { appendToLog, logFile } from './answer-log.js';
import { stamped } from './stamp.js';

/** How a store corrected a log after a clock was ahead. */
export type Healing = {
  /** The record in the log. */
  readonly record: LogEntry;
  /** The path of the copy of the log as it was before; undefined if the copy or the record could not be written. */
  readonly copy: string | undefined;
};

type HealOptions = {
  readonly folder: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly write: Write;
};

/**
 * Redates the entries whose times are ahead of the clock. First copies the log, then appends the record. Two programs can
 * do this at once: after the first record, the second has nothing to redate.
 * @param entries the complete log, in any order
 * @param highest the highest stamp of the log
 * @returns undefined if no entry is ahead, or if the present clock is the wrong one
 */
export function healed(
  entries: readonly LogEntry[],
  highest: Stamp | undefined,
  options: HealOptions,
): Healing | undefined {
  const now = options.now();
  const redate = redateFor(entries, now);
  const [record] = redate ? stamped([redate], highest, options) : [];
  return record && { record, copy: save(record, now, options) };
}

function save(record: LogEntry, now: number, { folder, write }: HealOptions): string | undefined {
  const copy = path.join(folder, `answers-1.before-${utcDay(now)}.jsonl`);
  try {
    const isOurs = makeCopy(folder, copy);
    appendOrRemove(isOurs ? copy : undefined, () => appendToLog(folder, [record], write));
    return copy;
  } catch {
    return undefined; // this run redates in memory, and the next start tries again
  }
}

/** Without the record, the copy that was made for it has no use. */
function appendOrRemove(copy: string | undefined, append: () => void): void {
  try {
    append();
  } catch (error) {
    if (copy !== undefined) rmSync(copy, { force: true });
    throw error;
  }
}

/**
 * A copy that was made on the same day stays, since the log only grows.
 * @returns whether the copy was made now
 */
function makeCopy(folder: string, copy: string): boolean {
  if (lstatSync(copy, { throwIfNoEntry: false })?.isFile()) return false;
  const part = `${copy}.part`;
  try {
    rmSync(part, { force: true }); // a killed program may have left it
    copyFileSync(logFile(folder), part, constants.COPYFILE_EXCL);
    chmodSync(part, 0o600);
    renameSync(part, copy);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return true;
}

/** Whether a file is a copy of the log as it was before a healing. */
export const isCopyName = (name: string): boolean =>
  /^answers-1\.before-[+\d-]+\.jsonl(\.part)?$/.test(name);
