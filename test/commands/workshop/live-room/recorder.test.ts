import { expect, test } from 'vitest';
import { type Recorder, recorder } from '../../../../src/commands/workshop/live-room/recorder.js';
import type { Happening, RoomEvent } from '../../../../src/core/live-room/event.js';
import { newRoom } from '../../../../src/core/live-room/live-room.js';
import { OWN } from '../../../support/served-room.js';

const JOINED = {
  k: 'join',
  person: { id: '0Q5TR4J44J6E', name: 'Ada', named: true },
  wayIn: 'browser',
  token: 'hash',
} as const satisfies Happening;

test('what follows from an event that was saved is not lost when other events were saved with it', async () => {
  const written: string[] = [];
  const add = (events: readonly RoomEvent[]): void => {
    written.push(...events.map(({ k }) => k));
  };
  const told: string[] = [];
  const recording: Recorder = recorder({
    journal: {
      append: add,
      // A disk that never says that it is done: only the next write does.
      appendSoon: (events) => {
        add(events);
        return new Promise(() => {});
      },
    },
    room: newRoom(OWN),
    isRead: () => false,
    now: () => 0,
    onSaved: (saved) => {
      told.push(...saved.map(({ event }) => event.k));
      if (told.includes('join') && !told.includes('hand-in'))
        recording.recordNow([{ k: 'hand-in', id: JOINED.person.id, because: 'time' }]);
    },
    onFailure: () => {},
  });
  const joined = recording.record([JOINED]);
  await new Promise(setImmediate);
  recording.recordNow([{ k: 'lock' }]);
  expect(await joined).toBe(true);
  expect(written).toEqual(['join', 'lock', 'hand-in']);
  expect(told).toEqual(written);
  expect(recording.saved()).toEqual(recording.current());
});
