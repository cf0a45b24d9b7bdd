import { afterEvent } from '../../src/core/live-room/after-event.js';
import type { Happening, RoomEvent } from '../../src/core/live-room/event.js';
import { lineOfEvent } from '../../src/core/live-room/journal-line.js';
import { type LiveRoom, type LiveRules, newRoom } from '../../src/core/live-room/live-room.js';
import { checksAt, type Stop, stopsOf } from '../../src/core/live-room/stop.js';
import { exerciseHash } from '../../src/core/room/exercise.js';
import type { Room } from '../../src/core/room/room.js';
import type { OpenCourse } from '../../src/io/course/open-course.js';

/** The id of the person with this number, from 0. */
export const idOf = (person: number): string => `7K2MQX4T${String(person).padStart(4, '0')}`;

export const stopsIn = (course: OpenCourse, room: Room): Stop[] =>
  stopsOf(room.lessons.map(course.lesson));

/** The happenings as events, each a second after the one before, with the room's own line first. */
export function eventsOf(
  course: OpenCourse,
  rules: LiveRules,
  happenings: readonly Happening[],
): RoomEvent[] {
  const opened: Happening = {
    k: 'room',
    version: 1,
    rules,
    course: course.index.id,
    words: 'a1b2c3',
    exercise: exerciseHash(rules.room.lessons.map(course.lesson)),
    host: 'hash',
  };
  return [opened, ...happenings].map((one, i): RoomEvent => ({ ...one, t: 1_000_000 + i * 1_000 }));
}

export const journalText = (events: readonly RoomEvent[]): string =>
  events.map((event) => `${lineOfEvent(event)}\n`).join('');

export function roomOfEvents(
  course: OpenCourse,
  rules: LiveRules,
  events: readonly RoomEvent[],
): LiveRoom {
  const stops = stopsIn(course, rules.room);
  const isRead = (stop: number): boolean => {
    const at = stops[stop];
    return at !== undefined && checksAt(at).length === 0;
  };
  return events.reduce((room, event) => afterEvent(room, event, isRead), newRoom(rules));
}

export const joining = (person: number, name = `Person ${person}`): Happening => ({
  k: 'join',
  person: { id: idOf(person), name, named: true },
  wayIn: 'browser',
  token: 'hash',
});

/** One person's choices at a stop: the key for `right`, or else the first wrong choice. */
export function answering(
  stops: readonly Stop[],
  person: number,
  stop: number,
  round: 1 | 2,
  isRight: boolean,
): Happening {
  const at = stops[stop];
  const choices = (at ? checksAt(at) : []).map(
    ({ id, key, choices: offered }): [string, string] => [
      id,
      isRight ? key : (offered.find((one) => one.id !== key)?.id ?? key),
    ],
  );
  return {
    k: 'answer',
    id: idOf(person),
    stop,
    round,
    choices,
    nonce: `${person}/${stop}/${round}`,
  };
}
