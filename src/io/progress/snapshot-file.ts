import path from 'node:path';
import { hashOfBytes } from '../../core/hash.js';
import {
  isCount,
  isId,
  isText,
  isTime,
  isWhole,
  object,
  optional,
  parseJson,
} from '../../core/json-shape.js';
import { BEGINNING, beginning } from '../../core/log/checksum.js';
import type { Stamp } from '../../core/log/entry.js';
import type { Progress } from '../../core/progress/progress.js';
import { progressFrom, storedProgress } from '../../core/progress/snapshot.js';
import { readFile } from '../files/open-file.js';
import { BYTES_COMPARED } from './answer-log.js';
import { replaceWithConf } from './replace-with-conf.js';

/** Raise it when the fold changes, for example when it takes in a new kind of entry, or when the format changes. */
const SNAPSHOT_VERSION = 6;

/** The progress up to an offset of the log. It is derived from the log, and thrown away when in doubt. */
export type Snapshot = {
  /** In bytes from the beginning of the log, just after a newline. */
  readonly offset: number;
  /** The 64 bytes before the offset (fewer in a shorter log) as hexadecimal digits: they show that it is the same log. */
  readonly before: string;
  /** The first bytes of the log, at most 64, as hexadecimal digits. They show whether a shorter log is a part of it. */
  readonly start: string;
  /** The highest stamp up to the offset; absent if no line could be read. */
  readonly highest?: Stamp;
  /** The latest time at which an entry up to the offset was given, in milliseconds since 1970. */
  readonly latest: number;
  /** The number of damaged lines up to the offset. They were reported when the snapshot was written. */
  readonly damaged: number;
  readonly progress: Progress;
};

const SNAPSHOT_NAME = 'fold.json';

/** Whether a file is the snapshot, or a temporary file of a program that was killed while writing one. */
export const isSnapshotName = (name: string): boolean =>
  /^fold(-[\w-]+\.json(\.tmp-\w+)?|\.json)$/.test(name);

const snapshotFile = (folder: string): string => path.join(folder, SNAPSHOT_NAME);

/** The snapshot on disk; undefined if there is none that this version wrote. */
export function readSnapshot(folder: string): Snapshot | undefined {
  try {
    const bytes = readFile(snapshotFile(folder));
    if (!isIntact(bytes)) return undefined;
    const value = parseJson(bytes.toString());
    if (!isWritten(value)) return undefined;
    const { version: _, progress: stored, ...place } = value;
    const progress = progressFrom(stored);
    return progress && { ...place, progress };
  } catch {
    return undefined;
  }
}

/** Whether the checksum fits. It is computed from bytes, because the program reads megabytes of them at its start. */
const isIntact = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, BEGINNING) === beginning(hashOfBytes(bytes.subarray(BEGINNING)));

const hasFields = object({
  version: (value) => value === SNAPSHOT_VERSION,
  offset: isCount,
  before: isText,
  start: isText,
  highest: optional(object({ id: isId, t: isTime })),
  latest: isTime,
  damaged: isWhole,
});

/** The snapshot as it is in the file, before its progress is looked at. */
type Written = Omit<Snapshot, 'progress'> & {
  readonly version: number;
  readonly progress: unknown;
};

function isWritten(value: unknown): value is Written {
  if (!hasFields(value)) return false;
  const { offset, before } = value as Written;
  const digits = 2 * Math.min(offset, BYTES_COMPARED);
  return before.length === digits && /^[0-9a-f]*$/.test(before);
}

/**
 * Writes the snapshot in one step. If that fails, the snapshot on disk stays as it was, and the next start reads more of
 * the log.
 * @param id part of the temporary file's name; no one else uses it
 */
export async function writeSnapshot(folder: string, snapshot: Snapshot, id: string): Promise<void> {
  const progress = storedProgress(snapshot.progress);
  const content = { version: SNAPSHOT_VERSION, ...snapshot, progress };
  await replaceWithConf(snapshotFile(folder), id, content, snapshotText).catch(() => undefined);
}

/** The text that is stored, with its checksum. */
function snapshotText(content: object): string {
  const rest = JSON.stringify(content).slice(1);
  return `${beginning(hashOfBytes(Buffer.from(rest)))}${rest}`;
}
