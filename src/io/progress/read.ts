import type { LogEntry, Stamp } from '../../core/log/entry.js';
import { latestTime } from '../../core/log/given-time.js';
import { higher } from '../../core/log/order.js';
import { parseLog } from '../../core/log/parse.js';
import { continueFrom, foldAll } from '../../core/progress/fold.js';
import type { Progress } from '../../core/progress/progress.js';
import { BYTES_COMPARED, readLog } from './answer-log.js';
import { readSnapshot, type Snapshot } from './snapshot-file.js';

export type ReadProgress = {
  readonly progress: Progress;
  /** The highest stamp; absent if the log has no entry. */
  readonly highest?: Stamp;
  /** The latest time at which an entry was given, in milliseconds since 1970; 0 if the log has no entry. */
  readonly latest: number;
  /** The number of lines that could not be used. */
  readonly damaged: number;
};

/** The progress, with a snapshot that saves reading the same bytes again. */
export type LogReading = ReadProgress & {
  readonly snapshot: Snapshot;
  /** The number of bytes read: the complete log, or the part after the snapshot on disk. */
  readonly bytes: number;
};

/** Reads the snapshot on disk and the log after it. Throws the system's error if the log cannot be read. */
export function readProgress(folder: string): LogReading {
  const snapshot = readSnapshot(folder);
  return (snapshot && readAfter(snapshot, folder)) ?? readAll(folder);
}

/** Reads the complete log, and adds entries that may not be in it. Throws the system's error if it cannot be read. */
export function readWith(folder: string, further: readonly LogEntry[]): ReadProgress {
  const parsed = parseLog(readLog(folder).toString());
  return { ...parsed, ...folded([...parsed.entries, ...further]) };
}

/** The entries on disk; empty if the log cannot be read, which opening the store has already reported. */
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
  return reading({ ...parsed, ...folded(parsed.entries) }, bytes, 0);
}

const folded = (entries: readonly LogEntry[]): Pick<ReadProgress, 'progress' | 'latest'> => ({
  progress: foldAll(entries),
  latest: latestTime(entries),
});

/** Returns undefined if the snapshot is of another log, or if the rest of the log is not enough. */
function readAfter(snapshot: Snapshot, folder: string): LogReading | undefined {
  const before = Buffer.from(snapshot.before, 'hex');
  const from = snapshot.offset - before.length;
  const bytes = readLog(folder, from);
  if (!bytes.subarray(0, before.length).equals(before)) return undefined;
  const tail = parseLog(bytes.toString('utf8', before.length));
  const progress = continueFrom(snapshot.progress, snapshot.highest, tail.entries);
  const highest = higher(snapshot.highest, tail.highest);
  const latest = Math.max(snapshot.latest, latestTime(tail.entries));
  const read = progress && { progress, latest, damaged: tail.damaged, ...(highest && { highest }) };
  return read && reading(read, bytes, from);
}

/** @param from offset of the bytes in the log */
function reading(
  { progress, highest, latest, damaged }: ReadProgress,
  bytes: Buffer,
  from: number,
): LogReading {
  const snapshot = {
    offset: from + bytes.length,
    before: bytes.subarray(-BYTES_COMPARED).toString('hex'),
    ...(highest && { highest }),
    latest,
    progress,
  };
  return { progress, ...(highest && { highest }), latest, damaged, snapshot, bytes: bytes.length };
}
