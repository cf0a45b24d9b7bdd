import { isAscii } from 'node:buffer';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isCount, isId, isText, isTime, object, optional } from '../../core/json-shape.js';
import type { Stamp } from '../../core/log/entry.js';
import type { Progress } from '../../core/progress/progress.js';
import { packProgress, unpackProgress } from '../../core/progress/snapshot.js';
import { BYTES_COMPARED } from './answer-log.js';

/** To be raised when other things are folded, such as a kind of entry that was passed over so far. */
const SNAPSHOT_VERSION = 3;

/** What the log amounts to up to an offset: derived, and thrown away when in doubt. */
export type Snapshot = {
  /** Into the log, in bytes, behind a newline. */
  readonly offset: number;
  /** The bytes before the offset, as hexadecimal digits. */
  readonly before: string;
  /** The highest stamp up to there; absent when no line could be read. */
  readonly highest?: Stamp;
  readonly progress: Progress;
};

const SNAPSHOT_NAME = 'fold.json';

/** Whether a file is the fold or what a killed program left of writing one. */
export const isSnapshotName = (name: string): boolean =>
  /^fold(-[\w-]+\.json(\.tmp-\w+)?|\.json)$/.test(name);

const snapshotFile = (folder: string): string => path.join(folder, SNAPSHOT_NAME);

/** The fold on disk, or nothing where there is none that this version has written. */
export function readSnapshot(folder: string): Snapshot | undefined {
  try {
    const bytes = readFileSync(snapshotFile(folder));
    // Mostly it is ASCII, which is read in a third of the time.
    const value: unknown = JSON.parse(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8'));
    return isOfSnapshot(value) ? snapshotFrom(value) : undefined;
  } catch {
    return undefined;
  }
}

/** As it is written: with the progress packed, and its numbers as base64. */
type WrittenSnapshot = Omit<Snapshot, 'progress'> & {
  readonly progress: Readonly<Record<string, unknown>> & { readonly numbers: string };
};

function snapshotFrom({ progress, ...fold }: WrittenSnapshot): Snapshot | undefined {
  const unpacked = unpackProgress({ ...progress, numbers: numbersIn(progress.numbers) });
  return unpacked && { ...fold, progress: unpacked };
}

/** Throws where it is not a whole table of numbers. */
function numbersIn(base64: string): Float64Array {
  const numbers = new Float64Array(Buffer.byteLength(base64, 'base64') / 8);
  const written = Buffer.from(numbers.buffer).write(base64, 'base64');
  if (written < numbers.byteLength) throw new Error('not base64');
  return numbers;
}

function numbersText({ buffer, byteOffset, byteLength }: Float64Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

const hasFields = object({
  version: (value) => value === SNAPSHOT_VERSION,
  offset: isCount,
  before: isText,
  highest: optional(object({ id: isId, t: isTime })),
  progress: object({ numbers: isText }),
});

function isOfSnapshot(value: unknown): value is WrittenSnapshot {
  if (!hasFields(value)) return false;
  const { offset, before } = value as WrittenSnapshot;
  const digits = 2 * Math.min(offset, BYTES_COMPARED);
  return before.length === digits && /^[0-9a-f]*$/.test(before);
}

/**
 * Writes the fold beside its final place, makes sure that all of it is there, and puts it in place at
 * once. Where that fails the fold on disk stays as it was: the next start has more of the log to read.
 * @param id part of the temporary file's name, not used by anyone else
 */
export async function writeSnapshot(folder: string, fold: Snapshot, id: string): Promise<void> {
  const name = `fold-${id}`;
  const file = path.join(folder, `${name}.json`);
  const packed = packProgress(fold.progress);
  const progress = { ...packed, numbers: numbersText(packed.numbers) };
  const content = { version: SNAPSHOT_VERSION, ...fold, progress };
  try {
    await writeWithConf(folder, name, content);
    // On a full disk conf reports success and leaves an empty file.
    if (readFileSync(file, 'utf8') !== JSON.stringify(content)) throw new Error('written in part');
    renameSync(file, snapshotFile(folder));
  } catch {
    rmSync(file, { force: true });
  }
}

/** conf is loaded here and not at the start, which has no need of it. */
async function writeWithConf(folder: string, name: string, content: object): Promise<void> {
  const { default: Conf } = await import('conf');
  const conf = new Conf({
    cwd: folder,
    configName: name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    serialize: JSON.stringify,
  });
  // Not `set`, which refuses a learner's check that happens to be called `__internal__`.
  conf.store = { ...content };
}
