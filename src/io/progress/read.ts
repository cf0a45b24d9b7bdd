import type { LogEntry, Stamp } from '../../core/log/entry.js';
import { latestTime } from '../../core/log/given-time.js';
import { higher } from '../../core/log/order.js';
import { type ParsedLog, parseLog } from '../../core/log/parse.js';
import { continueFrom, foldAll } from '../../core/progress/fold.js';
import type { Progress } from '../../core/progress/progress.js';
import { BYTES_COMPARED, type LogLoss, lossOf, readLog } from './answer-log.js';
import { readSnapshot, type Snapshot } from './snapshot-file.js';

export type ReadProgress = {
  readonly progress: Progress;
  /** The highest stamp; absent if the log has no entry. */
  readonly highest?: Stamp;
  /** The latest time at which an entry was given, in milliseconds since 1970; 0 if the log has no entry. */
  readonly latest: number;
  /** The number of damaged lines in the log. */
  readonly damaged: number;
};

/** The progress, with a snapshot that saves reading the same bytes again. */
export type LogReading = ReadProgress & {
  readonly snapshot: Snapshot;
  /** The number of damaged lines that the snapshot on disk knew. */
  readonly known: number;
  /** What happened to the log since the snapshot on disk was written. */
  readonly loss?: LogLoss;
  /** The number of bytes read: the complete log, or the part after the snapshot on disk. */
  readonly bytes: number;
};

/** Reads the snapshot on disk and the log after it. Throws the system's error if the log cannot be read. */
export function readProgress(folder: string): LogReading {
  const snapshot = readSnapshot(folder);
  if (!snapshot) return readAll(folder);
  const after = readAfter(snapshot, folder);
  if (after) return after;
  const loss = lossSince(snapshot, folder);
  return { ...readAll(folder), ...(loss.loss ? loss : { known: snapshot.damaged }) };
}

function lossSince({ offset, before, start }: Snapshot, folder: string): Pick<LogReading, 'loss'> {
  const place = { offset, before: Buffer.from(before, 'hex'), start: Buffer.from(start, 'hex') };
  const loss = lossOf(folder, place);
  return loss ? { loss } : {};
}

/** Reads the complete log, and adds entries that may not be in it. Throws the system's error if it cannot be read. */
export function readWith(folder: string, further: readonly LogEntry[]): ReadProgress {
  const parsed = parseLog(readLog(folder).toString());
  return { ...parsed, ...folded([...parsed.entries, ...further]) };
}

/** The complete log; no entries if it cannot be read, which opening the store has already reported. */
export function parsedLog(folder: string): ParsedLog {
  try {
    return parseLog(readLog(folder).toString());
  } catch {
    return { entries: [], damaged: 0 };
  }
}

function readAll(folder: string): LogReading {
  const bytes = readLog(folder);
  const { entries, ...parsed } = parseLog(bytes.toString());
  const start = bytes.toString('hex', 0, BYTES_COMPARED);
  return reading({ ...parsed, ...folded(entries) }, 0, { bytes, from: 0, start });
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
  const { start, damaged: known } = snapshot;
  const damaged = known + tail.damaged;
  const read = progress && { progress, latest, damaged, ...(highest && { highest }) };
  return read && reading(read, known, { bytes, from, start });
}

/** Bytes of the log, from an offset on, and the log's first bytes as hexadecimal digits. */
type LogPart = { readonly bytes: Buffer; readonly from: number; readonly start: string };

function reading(read: ReadProgress, known: number, { bytes, from, start }: LogPart): LogReading {
  const offset = from + bytes.length;
  const before = bytes.subarray(-BYTES_COMPARED).toString('hex');
  return { ...read, snapshot: { offset, before, start, ...read }, known, bytes: bytes.length };
}
