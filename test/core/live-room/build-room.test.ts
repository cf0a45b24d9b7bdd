import { expect, test } from 'vitest';
import { afterEvent } from '../../../src/core/live-room/after-event.js';
import { roomBuilder, roomOf } from '../../../src/core/live-room/build-room.js';
import type { RoomEvent } from '../../../src/core/live-room/event.js';
import { type LiveRules, newRoom } from '../../../src/core/live-room/live-room.js';

const RULES: LiveRules = {
  room: { code: 'TUESDAY', lessons: ['first'], minutes: 5, feedback: 'now' },
  pace: 'together',
  door: '7k2m',
};

const isRead = (stop: number): boolean => stop === 1;

const join = (t: number, id: string): RoomEvent => ({
  t,
  k: 'join',
  person: { id, name: id, named: true },
  wayIn: 'browser',
  token: `hash of ${id}`,
});

const answer = (t: number, id: string, choice: string): RoomEvent => ({
  t,
  k: 'answer',
  id,
  stop: 0,
  round: 1,
  choices: [['one', choice]],
  nonce: `${id}${t}`,
});

const EVENTS: readonly RoomEvent[] = [
  join(1, 'A'),
  join(2, 'B'),
  { t: 3, k: 'begin' },
  { t: 4, k: 'go', stop: 0 },
  answer(5, 'A', 'a'),
  answer(6, 'nobody', 'a'),
  answer(7, 'A', 'b'),
  { t: 8, k: 'lengthen', minutes: 1 },
  { t: 9, k: 'lengthen', minutes: 1, id: 'B' },
  { t: 10, k: 'lengthen', minutes: 1, id: 'nobody' },
  { t: 11, k: 'close' },
  { t: 400_000, k: 'lengthen', minutes: 1, fromNow: true },
  { t: 800_000, k: 'lengthen', minutes: 1, id: 'B', fromNow: true },
  join(12, 'C'),
  join(13, 'A'),
  { t: 14, k: 'rename', id: 'C', name: 'Cleo' },
  { t: 15, k: 'go', stop: 1 },
  { t: 16, k: 'remove', id: 'B' },
  { t: 17, k: 'hand-in', id: 'A', because: 'time' },
  { t: 18, k: 'end' },
];

test('a room that is built is the room after each event', () => {
  const builder = roomBuilder(newRoom(RULES), isRead);
  let room = newRoom(RULES);
  for (const event of EVENTS) {
    room = afterEvent(room, event, isRead);
    expect(builder.add(event)).toEqual(room);
  }
  expect(builder.seal()).toEqual(room);
});

test('a sealed room stays as it is', () => {
  const builder = roomBuilder(newRoom(RULES), isRead);
  for (const event of EVENTS.slice(0, 5)) builder.add(event);
  const sealed = builder.seal();
  const before = structuredClone(sealed);
  for (const event of EVENTS.slice(5)) builder.add(event);
  expect(sealed).toEqual(before);
});

test('the journal of another room begins with nobody', () => {
  const builder = roomBuilder(newRoom(RULES), isRead);
  for (const event of EVENTS) builder.add(event);
  const opened: RoomEvent = {
    ...{ t: 19, k: 'room', version: 1, rules: RULES },
    ...{ course: 'bridge', words: 'a1b2c3', exercise: '0123abcd', host: 'hash' },
  };
  builder.add(opened);
  builder.add(join(20, 'D'));
  expect([...builder.seal().members.keys()]).toEqual(['D']);
});

test('nothing undoes that an answer was shown, also if the line about the next question is lost', () => {
  const builder = roomBuilder(newRoom(RULES), isRead);
  const kinds = ['close', 'reveal', 'close', 'talk', 'open'] as const;
  builder.add({ t: 1, k: 'begin' });
  builder.add({ t: 2, k: 'go', stop: 0 });
  kinds.forEach((k, i) => void builder.add({ t: 3 + i, k }));
  expect(builder.seal().votes.get(0)).toEqual({ state: 'revealed', round: 1, opened: 2 });
});

test('names in a journal are safe for a terminal, whoever wrote it', () => {
  const builder = roomBuilder(newRoom(RULES), isRead);
  const person = { id: '0Q5TR4J44J6E', name: '\u001b[2J', named: true };
  builder.add({ t: 1, k: 'join', person, wayIn: 'browser', token: 'hash' });
  const name = (): string | undefined => builder.seal().members.get(person.id)?.name;
  expect(name()).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  builder.add({ t: 2, k: 'rename', id: person.id, name: 'Ada\u001b[31m\u202e' });
  expect(name()).toBe('Ada');
});

test('a later line about the room, as after copying two journals into one, does not empty it', () => {
  const opened = {
    version: 1,
    rules: RULES,
    course: 'c',
    words: 'w',
    exercise: 'e',
    host: 'h',
  } as const;
  const events: RoomEvent[] = [join(1, 'A'), { t: 2, k: 'room', ...opened }, join(3, 'B')];
  expect([...roomOf(RULES, events, isRead).members.keys()]).toEqual(['A', 'B']);
});
