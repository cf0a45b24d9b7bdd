import { closeSync, constants, fstatSync, ftruncateSync } from 'node:fs';
import path from 'node:path';
import type { RoomEvent } from '../../core/live-room/event.js';
import { lineOfEvent, type ReadEvents, readEvents } from '../../core/live-room/journal-line.js';
import { codeOf } from '../files/disk-error.js';
import {
  flush,
  flushSoon,
  syncFolders,
  type Write,
  writeToDisk,
  writeWhole,
} from '../files/flush.js';
import { makeFolder } from '../files/make-folder.js';
import { openFile, readFile } from '../files/open-file.js';

const JOURNAL_NAME = 'room.jsonl';

export const journalFile = (folder: string): string => path.join(folder, JOURNAL_NAME);

/**
 * The events of a room's journal; none if there is no journal. Throws the system's error if it cannot be read.
 * @param folder the room's folder
 */
export function readJournal(folder: string): ReadEvents {
  try {
    return readEvents(readFile(journalFile(folder)).toString());
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return { events: [], damaged: [] };
    throw error;
  }
}

/** The journal of a live room, to which only this program writes. */
export type Journal = {
  /**
   * Appends the events in one write, and returns once they and all before them are on the disk. Throws the system's
   * error if that fails; then no reader finds any of them.
   */
  readonly append: (events: readonly RoomEvent[]) => void;
  /** The same, without waiting for the disk. Call it again only once the promise is settled. */
  readonly appendSoon: (events: readonly RoomEvent[]) => Promise<void>;
};

const TO_APPEND = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;

/**
 * Opens the journal at each write, so that a file that was removed meanwhile is noticed. Creates a missing folder or
 * journal at the first write, for this user only.
 * @param folder the room's folder
 */
export function openJournal(
  folder: string,
  write: Write = writeToDisk,
  flushLater = flushSoon,
): Journal {
  let known = 0;
  const open = (): OpenFile => {
    const made = makeFolder(folder, 0o700);
    const fd = openFile(journalFile(folder), TO_APPEND, 0o600);
    const { size } = fstatSync(fd);
    if (size >= known) return { fd, size, onNew: () => syncFolders(folder, made) };
    closeSync(fd);
    throw lost();
  };
  const written = ({ fd, size, onNew }: OpenFile, events: readonly RoomEvent[]): void => {
    const bytes = Buffer.from(textOf(events));
    writeWhole(fd, bytes, write);
    known = size + bytes.length;
    if (size === 0) onNew();
  };
  /** @param end of what was written. What another write has flushed after it stays, and then this is on the disk, too */
  const undo = ({ fd, size }: OpenFile, error: unknown, end = known): never => {
    if (known <= end) {
      known = Math.min(known, size);
      cutQuietly(fd, size);
    }
    throw error;
  };
  return {
    append: (events) => {
      const file = open();
      try {
        written(file, events);
        flush(file.fd);
      } catch (error) {
        undo(file, error);
      } finally {
        closeSync(file.fd);
      }
    },
    appendSoon: async (events) => {
      const file = open();
      let end: number | undefined;
      try {
        written(file, events);
        end = known;
        await flushLater(file.fd);
      } catch (error) {
        undo(file, error, end);
      } finally {
        closeSync(file.fd);
      }
    },
  };
}

/** `size` is what it was, in bytes. */
type OpenFile = { readonly fd: number; readonly size: number; readonly onNew: () => void };

/** The line break in front ends a line that a killed program left incomplete. */
const textOf = (events: readonly RoomEvent[]): string =>
  `\n${events.map((event) => `${lineOfEvent(event)}\n`).join('')}`;

/** What was written of refused events must not come back at the next start. */
function cutQuietly(fd: number, size: number): void {
  try {
    ftruncateSync(fd, size);
  } catch {} // the first error is the one to report
}

/** The events that were saved before are gone, so nothing can be added to them. */
const lost = (): Error =>
  Object.assign(new Error('the journal was removed or cut'), { code: 'ENOENT' });
