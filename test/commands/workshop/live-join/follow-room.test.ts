import { afterEach, expect, test, vi } from 'vitest';
import { followRoom } from '../../../../src/commands/workshop/live-join/follow-room.js';
import type { Answer } from '../../../../src/core/log/entry.js';
import { readRoomAddress } from '../../../../src/net/room-address.js';
import { personView } from '../../../support/person-views.js';
import { ADA, joins, openRoomCourse } from '../../../support/room-course.js';
import { scriptedRoom } from '../../../support/scripted-room.js';
import { OWN } from '../../../support/served-room.js';
import { temporaryFolders } from '../../../support/temporary-folder.js';

const folderOf = temporaryFolders();

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0)) await end();
});

const ANSWER: Answer = {
  ...{ k: 'answer', lesson: 'the-wall', check: 'who-lock', choice: 'teacher', right: false },
  ...{ try: 1, lookUps: [], course: openRoomCourse.index.hash, offset: 0 },
};

test('an answer at the own pace that reaches the room after the time is sent as one that was given alone', async () => {
  const scripted = await scriptedRoom(personView('own', []));
  cleanUp.push(scripted.stop);
  const { store } = joins(OWN.room, ADA);
  const address = readRoomAddress(scripted.url);
  const { exercise } = store.state().progress;
  if (!address || !exercise) throw new Error('there is no room');
  const progress = () => store.state().progress;
  const attempt = { folder: folderOf(), exercise: () => exercise, progress, now: Date.now };
  let heard = 0;
  cleanUp.push(store.subscribe(() => void heard++));
  const follower = followRoom(store, openRoomCourse, attempt, address);
  cleanUp.unshift(follower.close);
  await vi.waitUntil(() => heard > 0);
  const late = { status: 409, body: { refused: 'time-over', text: 'Your time is over.' } };
  scripted.answering('/answer', late);
  follower.recorded([ANSWER]);
  await vi.waitUntil(() => scripted.messages.length > 1);
  expect(scripted.messages).toMatchObject([
    { do: 'answer', choices: [['who-lock', 'teacher']] },
    { do: 'alone', choices: [['who-lock', 'teacher']] },
  ]);
});
