import type { LogEntry, Stamp } from '../../core/log/entry.js';
import { emptyProgress, type ProgressBuilder } from '../../core/progress/fold.js';
import type { Progress } from '../../core/progress/progress.js';
import type { LogLoss, LogPlace } from './answer-log.js';
import type { Warned } from './warn.js';
import type { StorageWarning } from './warnings.js';

/** The store's state in memory. */
export type Held = Warned & {
  progress: Progress;
  /** Builds `progress`; made at the first append. */
  builder: ProgressBuilder | undefined;
  highest: Stamp | undefined;
  /** The latest time at which an entry was given, in milliseconds since 1970. */
  latest: number;
  /** The entries of this run, without old ones in a very long run. */
  readonly appended: LogEntry[];
  /** The entries in `appended` that are not on the disk. */
  unsaved: readonly LogEntry[];
  /** In the log, after this run's last write. */
  place: LogPlace | undefined;
  /** What happened to the log during this run, until the entries of this run are saved again. */
  loss: LogLoss | undefined;
  /** Whether the log had an entry at the start; undefined if it could not be read. */
  hadEntries: boolean | undefined;
  /** Whether a write of this run failed. It may have left parts of lines, whose entries were saved later. */
  hasFailed: boolean;
  /** Why the entries in `unsaved` are not on the disk, or would not get there. */
  failure: StorageWarning | undefined;
};

export const newHeld = (): Held => ({
  progress: emptyProgress,
  builder: undefined,
  highest: undefined,
  latest: 0,
  appended: [],
  unsaved: [],
  place: undefined,
  loss: undefined,
  hadEntries: undefined,
  known: 0,
  warnings: [],
  hasFailed: false,
  failure: undefined,
});
