import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoomEvent } from '../../../src/core/live-room/event.js';
import { lineOfEvent, readEvents } from '../../../src/core/live-room/journal-line.js';
import { withChecksum } from '../../../src/core/log/checksum.js';

const OPENED = {
  k: 'room',
  t: 1,
  version: 1,
  rules: {
    room: { code: '4KXM72QT9P', lessons: ['denied'], minutes: 20, feedback: 'later' },
    pace: 'together',
    door: '7k2m',
  },
  course: 'course',
  words: 'words',
  exercise: 'exercise',
  host: 'hash',
} as const satisfies RoomEvent;

const JOINED: RoomEvent = {
  k: 'join',
  t: 2,
  person: { id: '7K2MQX4T00Z1', name: 'Ada', named: true },
  wayIn: 'browser',
  token: 'hash',
};

const ANSWERED: RoomEvent = {
  k: 'answer',
  t: 3,
  id: '7K2MQX4T00Z1',
  stop: 0,
  round: 1,
  choices: [['check', 'choice']],
  nonce: 'n1',
};

const SOME: readonly RoomEvent[] = [
  OPENED,
  JOINED,
  ANSWERED,
  { k: 'begin', t: 4 },
  { k: 'go', t: 5, stop: 2 },
  { k: 'close', t: 5 },
  { k: 'lengthen', t: 6, minutes: 1 },
  { k: 'lengthen', t: 6, minutes: 1, id: '7K2MQX4T00Z1' },
  { k: 'lengthen', t: 6, minutes: 1, fromNow: true },
  { k: 'hand-in', t: 7, id: '7K2MQX4T00Z1', because: 'time' },
  { k: 'rename', t: 8, id: '7K2MQX4T00Z1', name: 'Eve\u2028\n' },
  { k: 'alone', t: 9, id: '7K2MQX4T00Z1', choices: [] },
  { k: 'remove', t: 10, id: '7K2MQX4T00Z1' },
  { k: 'end', t: 11 },
];

const textOf = (events: readonly RoomEvent[]): string =>
  events.map((event) => `${lineOfEvent(event)}\n`).join('');

describe('the journal of a live room', () => {
  test('is read as it was written', () => {
    expect(readEvents(textOf(SOME))).toEqual({ events: SOME, damaged: [] });
    expect(readEvents(textOf(SOME).replaceAll('\n', '\r\n')).damaged).toEqual([]);
  });

  test('loses one event with a flipped character, and says in which line', () => {
    fc.assert(
      fc.property(
        fc.nat(SOME.length - 1),
        fc.nat(),
        fc.integer({ min: 1, max: 94 }),
        (i, at, by) => {
          const lines = SOME.map(lineOfEvent);
          const line = lines[i] ?? '';
          const place = at % line.length;
          const other = String.fromCharCode(33 + ((line.charCodeAt(place) - 33 + by) % 94));
          fc.pre(other !== line[place]);
          lines[i] = line.slice(0, place) + other + line.slice(place + 1);
          const { events, damaged } = readEvents(lines.join('\n'));
          expect(damaged).toEqual([i + 1]);
          expect(events).toEqual(SOME.filter((_, j) => j !== i));
        },
      ),
    );
  });

  test('loses only the last line if the computer stopped in the middle of it', () => {
    const cut = textOf(SOME).slice(0, -8);
    expect(readEvents(cut)).toEqual({ events: SOME.slice(0, -1), damaged: [SOME.length] });
  });

  test('can have kinds and fields of a later version', () => {
    const later = withChecksum('{"k":"applause","t":3}');
    const field = withChecksum('{"k":"begin","mood":"good","t":4}');
    expect(readEvents(`${later}\n${field}`)).toEqual({
      events: [{ k: 'begin', mood: 'good', t: 4 }],
      damaged: [],
    });
  });

  test.each([
    '{"k":"begin"}',
    '{"k":"answer","id":"A","stop":-1,"round":1,"choices":[],"nonce":"n","t":1}',
    '{"k":"answer","id":"A","stop":0,"round":3,"choices":[],"nonce":"n","t":1}',
    '{"k":"answer","id":"A","stop":0,"round":1,"choices":[["a"]],"nonce":"n","t":1}',
    '{"k":"join","person":{"id":"../..","name":"A","named":true},"wayIn":"browser","token":"","t":1}',
    '{"k":"lengthen","minutes":1e9,"t":1}',
    '{"k":"lengthen","minutes":1,"fromNow":1,"t":1}',
    '["k"]',
  ])('does not take %s, even with a checksum', (json) => {
    expect(readEvents(withChecksum(json))).toEqual({ events: [], damaged: [1] });
  });

  test.each([
    { door: '\u001b]0;x\u0007' },
    { door: '7k2m/../#t=0' },
    { room: { ...OPENED.rules.room, code: '4KX\u001b[2J' } },
  ])('has no code or door that a terminal would not only show: %j', (change) => {
    const line = lineOfEvent({ ...OPENED, rules: { ...OPENED.rules, ...change } });
    expect(readEvents(line)).toEqual({ events: [], damaged: [1] });
  });

  test('is read without an error, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(withChecksum)), (text) => {
        expect(readEvents(text).events).toEqual([]);
      }),
    );
  });
});
