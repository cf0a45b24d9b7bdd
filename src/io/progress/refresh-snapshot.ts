import { accessSync, constants } from 'node:fs';
import { type LogReading, readProgress } from './read.js';
import { writeSnapshot } from './snapshot-file.js';

/** Reading this much of the log takes about 1 ms; writing a snapshot takes about 50 ms. */
const SNAPSHOT_AFTER_BYTES = 64 * 1024;

/**
 * Writes a snapshot if that speeds up the next start. Reads the log again, because other programs may have added entries.
 * Damaged lines and a lost log are a reason for a snapshot too: the next start then does not report them again.
 * @param newId see `StoreOptions`
 * @returns what it read, because the next start does not report it; undefined if nothing was written
 */
export async function refreshSnapshot(
  folder: string,
  newId: () => string,
): Promise<LogReading | undefined> {
  try {
    const reading = readProgress(folder);
    const { snapshot, bytes, damaged, known, loss } = reading;
    if (bytes < SNAPSHOT_AFTER_BYTES && damaged === known && !loss) return reading;
    accessSync(folder, constants.W_OK); // conf would retry for a second
    await writeSnapshot(folder, snapshot, newId());
    return reading;
  } catch {
    return undefined; // the snapshot only saves time: the next start reads the complete log
  }
}
