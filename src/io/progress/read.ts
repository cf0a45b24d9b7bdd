import type { LogEntry, Stamp } from '../../core/log/entry.js';
import { higher } from '../../core/log/order.js';
import { parseLog } from '../../core/log/parse.js';
import { continueFrom, foldAll } from '../../core/progress/fold.js';
import type { Progress } from '../../core/progress/progress.js';
import { BYTES_COMPARED, readLog } from './answer-log.js';
import { readSnapshot, type Snapshot } from './snapshot-file.js';

/** What a log amounts to. */
export type ReadProgress = {
  readonly progress: Progress;
  /** Absent when the log has no entry. */
  readonly highest?: Stamp;
  /** How many lines could not be used. */
  readonly damaged: number;
};

/** What was read of a log, with the fold that would spare reading it again. */
export type LogReading = ReadProgress & {
  readonly fold: Snapshot;
  /** How many bytes had to be read for it: all of the log, or those behind the fold on disk. */
  readonly bytes: number;
};

/** What the fold on disk and the log behind it amount to. Throws when the log cannot be read. */
export function readProgress(folder: string): LogReading {
  const fold = readSnapshot(folder);
  return (fold && readBehind(fold, folder)) ?? readAll(folder);
}

/** From the whole log, with further entries that may not be in it. Throws when it cannot be read. */
export function readWith(folder: string, further: readonly LogEntry[]): ReadProgress {
  const parsed = parseLog(readLog(folder).toString());
  return { ...parsed, progress: foldAll([...parsed.entries, ...further]) };
}

/** The entries on disk; none where they cannot be read, of which opening has told. */
export function entriesIn(folder: string): readonly LogEntry[] {
  try {
    return parseLog(readLog(folder).toString()).entries;
  } catch {
    return [];
  }
}

function readAll(folder: string): LogReading {
  const bytes = readLog(folder);
  const parsed = parseLog(bytes.toString());
  return reading({ ...parsed, progress: foldAll(parsed.entries) }, bytes, 0);
}

/** Nothing when the log is not the one that was folded, or its end is not enough to go by. */
function readBehind(fold: Snapshot, folder: string): LogReading | undefined {
  const before = Buffer.from(fold.before, 'hex');
  const from = fold.offset - before.length;
  const bytes = readLog(folder, from);
  if (!bytes.subarray(0, before.length).equals(before)) return undefined;
  const tail = parseLog(bytes.toString('utf8', before.length));
  const progress = continueFrom(fold.progress, fold.highest, tail.entries);
  const highest = higher(fold.highest, tail.highest);
  const read = progress && { progress, damaged: tail.damaged, ...(highest && { highest }) };
  return read && reading(read, bytes, from);
}

/** @param from where in the log the bytes begin */
function reading(
  { progress, highest, damaged }: ReadProgress,
  bytes: Buffer,
  from: number,
): LogReading {
  const fold = {
    offset: from + bytes.length,
    before: bytes.subarray(-BYTES_COMPARED).toString('hex'),
    ...(highest && { highest }),
    progress,
  };
  return { progress, ...(highest && { highest }), damaged, fold, bytes: bytes.length };
}
