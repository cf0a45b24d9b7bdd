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

/** A learner's progress in one course, kept on disk. Nothing that is wrong on disk makes it throw. */
export type ProgressStore = {
  /** The log's path, to be shown to the learner. */
  readonly file: string;
  /** What all entries read and appended so far amount to: with the next that is appended, it is another one. */
  readonly progress: () => Progress;
  /** What the learner should be told so far, in the order it came up; each kind once. */
  readonly warnings: () => readonly StorageWarning[];
  /**
   * Gives the happenings an id and a time, and returns when they are on the disk. Those that could not
   * be saved are kept, count all the same, and are tried again with the next and on closing.
   */
  readonly append: (happenings: readonly NewEntry[]) => readonly LogEntry[];
  /** Takes in entries of another log, with their own ids and times. Throws when they cannot be written. */
  readonly adopt: (entries: readonly LogEntry[]) => void;
  /** Every entry there is, read and appended, in whatever order. Reads the whole log. */
  readonly history: () => readonly LogEntry[];
  /** How many entries are not on the disk. */
  readonly unsaved: () => number;
  /** Whether there is nothing on the disk. */
  readonly isEmpty: () => boolean;
  /** A last try for those, and the fold for the next start if it is worth it. */
  readonly close: () => Promise<void>;
};

export type StoreOptions = {
  /** The course's own folder, made with the first entry. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** An id never given before, of letters, digits and hyphens. */
  readonly newId: () => string;
  readonly write?: Write;
};

/** So much of the log is read in about a millisecond; to write the fold takes some fifty. */
const SNAPSHOT_AFTER_BYTES = 64 * 1024;

/** What the store holds in memory. */
type Held = {
  progress: Progress;
  /** What it grows from, once something was appended. */
  draft: ProgressBuilder | undefined;
  highest: Stamp | undefined;
  /** All of this run. */
  readonly appended: LogEntry[];
  /** Those of them that are not on the disk. */
  unsaved: readonly LogEntry[];
  /** In the log, behind what this run last wrote to it. */
  place: LogPlace | undefined;
  readonly warnings: StorageWarning[];
};

export function openProgressStore(options: StoreOptions): ProgressStore {
  const { folder } = options;
  const held: Held = {
    progress: emptyProgress,
    draft: undefined,
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
    append: (happenings) => append(held, happenings, options),
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

/** Takes over what is read; when it cannot be read, all stays as it is. */
function take(held: Held, folder: string, read: () => ReadProgress): void {
  try {
    const { progress, highest, damaged } = read();
    held.progress = progress;
    held.draft = undefined;
    held.highest = higher(held.highest, highest);
    if (damaged > 0) say(held, damagedLines(logFile(folder), damaged));
  } catch (error) {
    say(held, unreadable(logFile(folder), error));
  }
}

function say({ warnings }: Held, trouble: StorageWarning): void {
  if (!warnings.some(({ kind }) => kind === trouble.kind)) warnings.push(trouble);
}

function append(
  held: Held,
  happenings: readonly NewEntry[],
  options: StoreOptions,
): readonly LogEntry[] {
  const entries = stamped(happenings, held.highest, options);
  held.draft ??= builderOf(held.progress);
  const draft = held.draft;
  const follows = continueDraft(draft, held.highest, entries);
  held.highest = entries.reduce<Stamp | undefined>(higher, held.highest);
  held.appended.push(...entries);
  held.unsaved = [...held.unsaved, ...entries];
  save(held, options);
  if (follows) held.progress = built(draft);
  else take(held, options.folder, () => readWith(options.folder, held.appended));
  return entries;
}

/** Behind the log's end, whatever their times: then only the whole log can tell what it amounts to. */
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

/** Times rise even where the clock stands still or was set back. */
function stamped(
  happenings: readonly NewEntry[],
  highest: Stamp | undefined,
  { now, newId }: StoreOptions,
): LogEntry[] {
  let last = highest?.t ?? -1;
  return happenings.map((happening) => {
    last = Math.min(Math.max(now(), last + 1), LATEST_TIME);
    return { ...happening, id: newId(), t: last };
  });
}

/** Together with what failed before: an entry that was written after all counts once. */
function save(held: Held, { folder, write = writeToDisk }: StoreOptions): void {
  if (held.unsaved.length === 0 && !isLost(held, folder)) return;
  try {
    held.place =
      appendToLog(folder, held.unsaved, write, held.place) ?? saveAnew(held, folder, write);
    held.unsaved = [];
  } catch (error) {
    say(held, unsaved(logFile(folder), error));
  }
}

const isLost = ({ place }: Held, folder: string): boolean =>
  place !== undefined && !isSameLog(folder, place);

/** Where the log was removed: what this run had saved in it is in memory still. */
function saveAnew(held: Held, folder: string, write: Write): LogPlace | undefined {
  say(held, removed(logFile(folder)));
  held.unsaved = [...held.appended];
  held.place = undefined;
  return appendToLog(folder, held.unsaved, write);
}

/**
 * From what is on disk, which other programs may have added to. Damaged lines make a fold worth it too:
 * they have been told of, and need not be again.
 */
async function refreshSnapshot({ folder, newId }: StoreOptions): Promise<void> {
  try {
    const { fold, bytes, damaged } = readProgress(folder);
    if (bytes < SNAPSHOT_AFTER_BYTES && damaged === 0) return;
    accessSync(folder, constants.W_OK); // conf would try for a second
    await writeSnapshot(folder, fold, newId());
  } catch {
    // The fold only spares time: the next start does without.
  }
}
