import { accessSync, constants } from 'node:fs';
import { LATEST_TIME } from '../../core/json-shape.js';
import type { LogEntry, NewEntry, Stamp } from '../../core/log/entry.js';
import { higher } from '../../core/log/order.js';
import {
  builderOf,
  built,
  continueDraft,
  emptyProgress,
  type ProgressBuilder,
} from '../../core/progress/fold.js';
import type { Progress } from '../../core/progress/progress.js';
import {
  appendToLog,
  isLogEmpty,
  isSameLog,
  type LogPlace,
  laterLogs,
  logFile,
  type Write,
  writeToDisk,
} from './answer-log.js';
import { entriesIn, type ReadProgress, readProgress, readWith } from './read.js';
import { writeSnapshot } from './snapshot-file.js';
import {
  damagedLines,
  newerFormat,
  removed,
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
  /** Oldest first; each kind once. */
  readonly warnings: () => readonly StorageWarning[];
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
  /** Whether no entry is on the disk. */
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

/** Reading this much of the log takes about 1 ms; writing a snapshot takes about 50 ms. */
const SNAPSHOT_AFTER_BYTES = 64 * 1024;

/**
 * A run keeps at least so many of its latest entries in memory, to save them again if the log disappears. A learner gives
 * fewer in a day, but an input without end gives any number.
 */
const ENTRIES_KEPT = 10_000;

/** The store's state in memory. */
type Held = {
  progress: Progress;
  /** Builds `progress`; made at the first append. */
  builder: ProgressBuilder | undefined;
  highest: Stamp | undefined;
  /** The entries of this run, without old ones in a very long run. */
  readonly appended: LogEntry[];
  /** The entries in `appended` that are not on the disk. */
  unsaved: readonly LogEntry[];
  /** In the log, after this run's last write. */
  place: LogPlace | undefined;
  readonly warnings: StorageWarning[];
};

export function openProgressStore(options: StoreOptions): ProgressStore {
  const { folder } = options;
  const held: Held = {
    progress: emptyProgress,
    builder: undefined,
    highest: undefined,
    appended: [],
    unsaved: [],
    place: undefined,
    warnings: [],
  };
  take(held, folder, () => readProgress(folder));
  for (const name of laterLogs(folder)) say(held, newerFormat(folder, name));
  return {
    file: logFile(folder),
    progress: () => held.progress,
    warnings: () => held.warnings,
    append: (events) => append(held, events, options),
    adopt: (entries) => adopt(held, entries, options),
    history: () => [...entriesIn(folder), ...held.appended],
    unsaved: () => held.unsaved.length,
    isEmpty: () => isLogEmpty(folder),
    close: async () => {
      save(held, options);
      await refreshSnapshot(options);
    },
  };
}

/** Uses the progress that `read` returns; if it throws, only adds a warning. */
function take(held: Held, folder: string, read: () => ReadProgress): void {
  try {
    const { progress, highest, damaged } = read();
    held.progress = progress;
    held.builder = undefined;
    held.highest = higher(held.highest, highest);
    if (damaged > 0) say(held, damagedLines(logFile(folder), damaged));
  } catch (error) {
    say(held, unreadable(logFile(folder), error));
  }
}

function say({ warnings }: Held, warning: StorageWarning): void {
  if (!warnings.some(({ kind }) => kind === warning.kind)) warnings.push(warning);
}

function append(
  held: Held,
  events: readonly NewEntry[],
  options: StoreOptions,
): readonly LogEntry[] {
  const entries = stamped(events, held.highest, options);
  held.builder ??= builderOf(held.progress);
  const builder = held.builder;
  const follows = continueDraft(builder, held.highest, entries);
  held.highest = entries.reduce<Stamp | undefined>(higher, held.highest);
  held.appended.push(...entries);
  held.unsaved = [...held.unsaved, ...entries];
  save(held, options);
  if (follows) held.progress = built(builder);
  else take(held, options.folder, () => readWith(options.folder, held.appended));
  forgetOldEntries(held, options);
  return entries;
}

/** The snapshot keeps short what closing and the next start read. */
function forgetOldEntries({ appended, unsaved }: Held, options: StoreOptions): void {
  if (appended.length < 2 * ENTRIES_KEPT || unsaved.length > 0) return;
  appended.splice(0, ENTRIES_KEPT);
  void refreshSnapshot(options);
}

/** Appends entries whose times may be older than the log's last, so the progress is built from the complete log. */
function adopt(
  held: Held,
  entries: readonly LogEntry[],
  { folder, write = writeToDisk }: StoreOptions,
): void {
  try {
    appendToLog(folder, entries, write);
  } catch (error) {
    throw new Error(unsaved(logFile(folder), error).message);
  }
  held.highest = entries.reduce<Stamp | undefined>(higher, held.highest);
  take(held, folder, () => readWith(folder, held.appended));
}

/** Times increase even if the clock was set back. In milliseconds. */
function stamped(
  events: readonly NewEntry[],
  highest: Stamp | undefined,
  { now, newId }: StoreOptions,
): LogEntry[] {
  let last = highest?.t ?? -1;
  return events.map((event) => {
    last = Math.min(Math.max(now(), last + 1), LATEST_TIME);
    return { ...event, id: newId(), t: last };
  });
}

/** Also writes entries that failed before. If the log has an entry twice, it counts once. */
function save(held: Held, { folder, write = writeToDisk }: StoreOptions): void {
  if (held.unsaved.length === 0 && !isLost(held, folder)) return;
  try {
    held.place =
      appendToLog(folder, held.unsaved, write, held.place) ?? saveAllAgain(held, folder, write);
    held.unsaved = [];
  } catch (error) {
    say(held, unsaved(logFile(folder), error));
  }
}

const isLost = ({ place }: Held, folder: string): boolean =>
  place !== undefined && !isSameLog(folder, place);

/** For a log that was removed or replaced: writes all entries of this run again. */
function saveAllAgain(held: Held, folder: string, write: Write): LogPlace | undefined {
  say(held, removed(logFile(folder)));
  held.unsaved = [...held.appended];
  held.place = undefined;
  return appendToLog(folder, held.unsaved, write);
}

/**
 * Reads the log again, because other programs may have added entries. Damaged lines are a reason for a snapshot too:
 * the next start then does not report them again.
 */
async function refreshSnapshot({ folder, newId }: StoreOptions): Promise<void> {
  try {
    const { snapshot, bytes, damaged } = readProgress(folder);
    if (bytes < SNAPSHOT_AFTER_BYTES && damaged === 0) return;
    accessSync(folder, constants.W_OK); // conf would retry for a second
    await writeSnapshot(folder, snapshot, newId());
  } catch {
    // The snapshot only saves time: the next start reads the complete log.
  }
}
