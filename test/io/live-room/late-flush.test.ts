import { expect, test, vi } from 'vitest';
import type { RoomEvent } from '../../../src/core/live-room/event.js';
import { openJournal, readJournal } from '../../../src/io/live-room/journal.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const disk = vi.hoisted(() => ({ fail: (_: Error): void => {} }));

vi.mock('../../../src/io/files/flush.js', async (original) => ({
  ...(await original<object>()),
  flushSoon: () =>
    new Promise<void>((_, reject) => {
      disk.fail = reject;
    }),
}));

const folderOf = temporaryFolders();

const event = (t: number): RoomEvent => ({ t, k: 'begin' });

test('a flush that fails late takes nothing away that was written and flushed after it', async () => {
  const folder = folderOf();
  const journal = openJournal(folder);
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
  const journal = openJournal(folder);
  journal.append([event(1)]);
  const slow = journal.appendSoon([event(2)]);
  disk.fail(new Error('the disk is gone'));
  await expect(slow).rejects.toThrow('the disk is gone');
  expect(readJournal(folder).events).toEqual([event(1)]);
});
