import {
  appendFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RoomEvent } from '../../../src/core/live-room/event.js';
import { type Write, writeToDisk } from '../../../src/io/files/flush.js';
import { journalFile, openJournal, readJournal } from '../../../src/io/live-room/journal.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const folderOf = temporaryFolders();

const event = (t: number): RoomEvent => ({ t, k: 'begin' });

test('events that were appended are read back, from a folder that only this user can open', async () => {
  const folder = path.join(folderOf(), 'new', 'room');
  const journal = openJournal(folder);
  journal.append([event(1), event(2)]);
  await journal.appendSoon([event(3)]);
  expect(readJournal(folder)).toEqual({ events: [event(1), event(2), event(3)], damaged: [] });
  expect(statSync(journalFile(folder)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a folder without a journal has no events', () => {
  expect(readJournal(path.join(folderOf(), 'missing'))).toEqual({ events: [], damaged: [] });
});

test('a line that a killed program left incomplete spoils nothing but itself', () => {
  const folder = folderOf();
  openJournal(folder).append([event(1), event(2)]);
  truncateSync(journalFile(folder), statSync(journalFile(folder)).size - 9);
  openJournal(folder).append([event(3)]);
  const { events, damaged } = readJournal(folder);
  expect(events).toEqual([event(1), event(3)]);
  expect(damaged).toHaveLength(1);
});

test('a line that was changed is reported and left out', () => {
  const folder = folderOf();
  openJournal(folder).append([event(1), event(2)]);
  const text = readFileSync(journalFile(folder), 'utf8');
  writeFileSync(journalFile(folder), text.replace('"t":1', '"t":7'));
  expect(readJournal(folder)).toEqual({ events: [event(2)], damaged: [2] });
});

const half: Write = (fd, bytes) => writeToDisk(fd, bytes.subarray(0, bytes.length / 2));

test.each(['append', 'appendSoon'] as const)(
  'on a full disk, %s throws and leaves nothing behind, and works again once there is space',
  async (append) => {
    const folder = folderOf();
    let write = writeToDisk;
    const journal = openJournal(folder, (fd, bytes) => write(fd, bytes));
    await journal[append]([event(1)]);
    const before = readFileSync(journalFile(folder));
    write = half;
    await expect(async () => await journal[append]([event(2)])).rejects.toThrow('only a part');
    expect(readFileSync(journalFile(folder))).toEqual(before);
    write = writeToDisk;
    await journal[append]([event(3)]);
    expect(readJournal(folder)).toEqual({ events: [event(1), event(3)], damaged: [] });
  },
);

test('nothing is appended to a journal that was removed: what was saved before is gone', () => {
  const folder = folderOf();
  const journal = openJournal(folder);
  journal.append([event(1)]);
  const kept = readFileSync(journalFile(folder));
  rmSync(journalFile(folder));
  expect(() => journal.append([event(2)])).toThrow('removed or cut');
  writeFileSync(journalFile(folder), kept);
  journal.append([event(3)]);
  expect(readJournal(folder).events).toEqual([event(1), event(3)]);
});

test('what another program appends is kept', () => {
  const folder = folderOf();
  const journal = openJournal(folder);
  journal.append([event(1)]);
  appendFileSync(journalFile(folder), 'a note\n');
  journal.append([event(2)]);
  expect(readJournal(folder)).toMatchObject({ events: [event(1), event(2)], damaged: [3] });
});

/** Says only later that something could not be flushed. */
function slowDisk(): { readonly flush: () => Promise<void>; fail: (error: Error) => void } {
  const disk = {
    flush: () =>
      new Promise<void>((_, reject) => {
        disk.fail = reject;
      }),
    fail: (_: Error): void => {},
  };
  return disk;
}

test('a flush that fails late takes nothing away that was written and flushed after it', async () => {
  const folder = folderOf();
  const disk = slowDisk();
  const journal = openJournal(folder, writeToDisk, disk.flush);
  const slow = journal.appendSoon([event(1)]);
  journal.append([event(2)]);
  disk.fail(new Error('the disk is gone'));
  await expect(slow).rejects.toThrow('the disk is gone');
  expect(readJournal(folder).events).toEqual([event(1), event(2)]);
  journal.append([event(3)]);
  expect(readJournal(folder).events).toHaveLength(3);
});

test('a flush that fails takes what was written before it away', async () => {
  const folder = folderOf();
  const disk = slowDisk();
  const journal = openJournal(folder, writeToDisk, disk.flush);
  journal.append([event(1)]);
  const slow = journal.appendSoon([event(2)]);
  disk.fail(new Error('the disk is gone'));
  await expect(slow).rejects.toThrow('the disk is gone');
  expect(readJournal(folder).events).toEqual([event(1)]);
});
