import type { LogEntry, NewEntry, Stamp } from '../../core/log/entry.js';
import { givenTime, isAhead } from '../../core/log/given-time.js';
import { higher } from '../../core/log/order.js';
import { builderOf, built, continueDraft } from '../../core/progress/fold.js';
import type { Progress } from '../../core/progress/progress.js';
import { type Write, writeToDisk } from '../files/flush.js';
import {
  appendToLog,
  isLogEmpty,
  type LogLoss,
  type LogPlace,
  laterLogs,
  logFile,
  lossOf,
} from './answer-log.js';
import { healed } from './heal.js';
import { type Held, newHeld } from './held.js';
import { parsedLog, type ReadProgress, readProgress, readWith } from './read.js';
import { refreshSnapshot } from './refresh-snapshot.js';
import { stamped } from './stamp.js';
import { tryToWrite } from './trial.js';
import { warn, warnOfDamage } from './warn.js';
import {
  clockBehind,
  lostInSession,
  lostSince,
  newerFormat,
  redated,
  type StorageWarning,
  unreadable,
  unsaved,
} from './warnings.js';

/** A learner's progress in one course, stored on disk. Only `adopt` throws; other disk errors become warnings. */
export type ProgressStore = {
  /** The log's path. */
  readonly file: string;
  /** From all entries read and appended so far. A new object after each append. */
  readonly progress: () => Progress;
  /** Oldest first; each kind once. While entries are not saved, the last warning says why. */
  readonly warnings: () => readonly StorageWarning[];
  /** Warns if nothing can be saved. Leaves nothing on the disk. */
  readonly tryToSave: () => void;
  /**
   * Gives each event an id and a time, and returns once they are on the disk. Unsaved entries count too; they are tried
   * again at the next append and at closing.
   */
  readonly append: (events: readonly NewEntry[]) => readonly LogEntry[];
  /** Appends entries of another log with their own ids and times. Throws an Error if they cannot be written. */
  readonly adopt: (entries: readonly LogEntry[]) => void;
  /** All entries, read and appended, in no certain order. Reads the complete log. */
  readonly history: () => readonly LogEntry[];
  /** The number of entries that are not on the disk. */
  readonly unsaved: () => number;
  /** Whether no entry is known to be on the disk. */
  readonly isEmpty: () => boolean;
  /** Tries once more to save, and writes a snapshot if that speeds up the next start. */
  readonly close: () => Promise<void>;
};

export type StoreOptions = {
  /** The course's own folder, created with the first entry. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A unique id of letters, digits and hyphens. */
  readonly newId: () => string;
  readonly write?: Write;
};

/**
 * A run keeps at least this many of its latest entries, to save them again if the log disappears. A learner gives
 * fewer in a day, but an input without end gives any number.
 */
const ENTRIES_KEPT = 10_000;

export function openProgressStore(options: StoreOptions): ProgressStore {
  const { folder } = options;
  const held = newHeld();
  take(held, folder, () => readAtStart(held, folder));
  heal(held, options);
  for (const name of laterLogs(folder)) warn(held, newerFormat(folder, name));
  return {
    file: logFile(folder),
    progress: () => held.progress,
    warnings: () => (held.failure ? [...held.warnings, held.failure] : held.warnings),
    tryToSave: () => tryToSave(held, options),
    append: (events) => append(held, events, options),
    adopt: (entries) => adopt(held, entries, options),
    history: () => history(held, folder),
    unsaved: () => held.unsaved.length,
    isEmpty: () => isLogEmpty(folder) || (held.hadEntries === false && !held.place),
    close: async () => {
      save(held, options);
      await refresh(held, options);
    },
  };
}

/** Uses the progress that `read` returns; if it throws, only adds a warning. */
function take(held: Held, folder: string, read: () => ReadProgress): void {
  try {
    const log = read();
    held.progress = log.progress;
    held.latest = log.latest;
    held.builder = undefined;
    held.highest = higher(held.highest, log.highest);
    warnOfDamage(held, folder, log);
  } catch (error) {
    warn(held, unreadable(logFile(folder), error));
  }
}

function readAtStart(held: Held, folder: string): ReadProgress {
  const { known, loss, ...read } = readProgress(folder);
  held.known = known;
  held.hadEntries = read.highest !== undefined;
  warnOfLoss(held, folder, loss);
  return read;
}

/** If the log was only changed, its checksums find what is damaged. */
function warnOfLoss(held: Held, folder: string, loss: LogLoss | undefined): void {
  if (loss && loss !== 'changed') warn(held, lostSince(logFile(folder), loss));
}

/** Reports what the new snapshot knows: the next start will not. */
async function refresh(held: Held, { folder, newId }: StoreOptions): Promise<void> {
  const reading = await refreshSnapshot(folder, newId);
  if (!reading) return;
  if (!held.hasFailed) warnOfDamage(held, folder, reading);
  warnOfLoss(held, folder, reading.loss);
}

function history(held: Held, folder: string): readonly LogEntry[] {
  const log = parsedLog(folder);
  warnOfDamage(held, folder, log);
  return [...log.entries, ...held.appended];
}

function append(
  held: Held,
  events: readonly NewEntry[],
  options: StoreOptions,
): readonly LogEntry[] {
  heal(held, options);
  const entries = stamped(events, held.highest, options);
  held.builder ??= builderOf(held.progress);
  const builder = held.builder;
  const follows = continueDraft(builder, held.highest, entries);
  held.highest = entries.reduce<Stamp | undefined>(higher, held.highest);
  held.latest = entries.reduce((latest, entry) => Math.max(latest, givenTime(entry)), held.latest);
  held.appended.push(...entries);
  held.unsaved = [...held.unsaved, ...entries];
  save(held, options);
  if (follows) held.progress = built(builder);
  else take(held, options.folder, () => readWith(options.folder, held.appended));
  forgetOldEntries(held, options);
  return entries;
}

/** Drops old entries of a very long run. Writes a snapshot, so that closing and the next start read little. */
function forgetOldEntries(held: Held, options: StoreOptions): void {
  if (held.appended.length < 2 * ENTRIES_KEPT || held.unsaved.length > 0) return;
  held.appended.splice(0, ENTRIES_KEPT);
  void refresh(held, options);
}

/** Appends entries whose times may be older than the log's last, so the progress is built from the complete log. */
function adopt(held: Held, entries: readonly LogEntry[], options: StoreOptions): void {
  const { folder, write = writeToDisk } = options;
  try {
    appendToLog(folder, entries, write);
  } catch (error) {
    throw new Error(unsaved(logFile(folder), error).message);
  }
  held.highest = entries.reduce<Stamp | undefined>(higher, held.highest);
  take(held, folder, () => readWith(folder, held.appended));
  heal(held, options);
}

/**
 * Redates entries that a clock dated while it was ahead. An exercise has its own time, which continues from its last
 * entry. If the present clock is the wrong one, this run does not look again.
 */
function heal(held: Held, options: StoreOptions): void {
  const { folder, now, write = writeToDisk } = options;
  const { latest } = held;
  if (latest === 0 || held.progress.exercise || !isAhead(latest, now())) return;
  const healing = healed(history(held, folder), held.highest, { ...options, write });
  if (!healing) {
    take(held, folder, () => readWith(folder, held.appended)); // another program may have redated it
    if (isAhead(held.latest, now())) warn(held, clockBehind(logFile(folder), latest, now()));
    held.latest = 0;
    return;
  }
  held.latest = 0;
  held.appended.push(healing.record);
  held.highest = higher(held.highest, healing.record);
  take(held, folder, () => readWith(folder, held.appended));
  warn(held, redated(logFile(folder), latest, healing.copy));
}

/** Also writes entries that failed before. If the log has an entry twice, it counts once. */
function save(held: Held, { folder, write = writeToDisk }: StoreOptions): void {
  if (held.unsaved.length === 0 && !isLost(held, folder)) return;
  attempt(held, folder, () => {
    held.place =
      appendToLog(folder, held.unsaved, write, held.place) ?? saveAllAgain(held, folder, write);
    held.unsaved = [];
    if (held.loss) warn(held, lostInSession(logFile(folder), held.loss));
    held.loss = undefined;
  });
}

function tryToSave(held: Held, options: StoreOptions): void {
  if (held.unsaved.length > 0) save(held, options);
  else attempt(held, options.folder, () => tryToWrite(options.folder));
}

/** Remembers the error of the disk until something succeeds. */
function attempt(held: Held, folder: string, work: () => void): void {
  try {
    work();
    held.failure = undefined;
  } catch (error) {
    held.hasFailed = true;
    held.failure = unsaved(logFile(folder), error);
  }
}

const isLost = ({ place }: Held, folder: string): boolean =>
  place !== undefined && lossOf(folder, place) !== undefined;

/** For a log that was removed or replaced: writes all entries of this run again. */
function saveAllAgain(held: Held, folder: string, write: Write): LogPlace | undefined {
  held.loss = held.place && lossOf(folder, held.place);
  held.unsaved = [...held.appended];
  held.place = undefined;
  return appendToLog(folder, held.unsaved, write);
}
