import { expect, test } from 'vitest';
import { practise } from '../../../../src/commands/workshop/live-room/practice.js';
import { liveRooms, type Served } from '../../../support/served-room.js';
import { temporaryFolders } from '../../../support/temporary-folder.js';

const folderOf = temporaryFolders();
const { served } = liveRooms();

/** Simulates people until this many of them are connected. @returns their ids */
async function practised({ room, server }: Served, count: number, present = count) {
  const stop = practise(count, room, server);
  const connected = (): number => room.view().people.filter((one) => one.isConnected).length;
  await expect.poll(connected, { timeout: 20_000 }).toBe(present);
  stop();
  return room.view().people.map(({ id }) => id);
}

test('people of a practice room that goes on are the same ones, without those who were removed', async () => {
  const folder = folderOf();
  const first = await served({ folder });
  const before = await practised(first, 3);
  expect(before).toHaveLength(3);
  const [gone = '', ...others] = before;
  await first.server.close();
  await first.room.close();
  const again = await served({ folder });
  expect(await practised(again, 3)).toEqual(before);
  again.room.command({ do: 'remove', id: gone });
  await again.server.close();
  await again.room.close();
  expect(await practised(await served({ folder }), 3, 2)).toEqual(others);
}, 60_000);
