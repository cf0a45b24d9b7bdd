import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Happening } from '../../src/core/live-room/event.js';
import type { LiveRules } from '../../src/core/live-room/live-room.js';
import {
  answering,
  eventsOf,
  idOf,
  joining,
  journalText,
  stopsIn,
} from '../../test/support/live-journal.js';
import { roomFor, shippedCourse } from '../../test/support/shipped-course.js';

/** Folders of live rooms, always the same. The room is at its fourth question, and 24 people are in it. */

export const DOOR = '7k2m';

/** The token of Ada, the first person. */
export const TOKEN = '0123456789abcdef0123456789abcdef';

const PEOPLE = Array.from({ length: 24 }, (_, person) => person);
const QUESTION = 3;

/** How many of the 24 are right in each vote. */
const RIGHT = { 1: 13, 2: 21 } as const;

/** @returns the room's folder, in which everybody has voted, talked and voted again */
export const votedTwice = (folder: string): string =>
  folderWith(folder, (vote) => [
    ...vote(1),
    ...([{ k: 'close' }, { k: 'talk' }, { k: 'open' }] as const),
    ...vote(2),
    { k: 'close' },
  ]);

/** The same while everyone can still change the first answer. */
export const voteOpen = (folder: string): string => folderWith(folder, (vote) => vote(1));

const ADA: Happening = {
  k: 'join',
  person: { id: idOf(0), name: 'Ada', named: true },
  wayIn: 'browser',
  token: createHash('sha256').update(TOKEN).digest('hex'),
};

type Vote = (round: 1 | 2) => Happening[];

function folderWith(folder: string, happens: (vote: Vote) => Happening[]): string {
  const course = shippedCourse();
  const room = { ...roomFor(course, 'the-dispute'), minutes: 0 };
  const rules: LiveRules = { room, pace: 'together', door: DOOR };
  const stops = stopsIn(course, room);
  const vote: Vote = (round) =>
    PEOPLE.map((person) => answering(stops, person, QUESTION, round, person < RIGHT[round]));
  const events = eventsOf(course, rules, [
    ADA,
    ...PEOPLE.slice(1).map((person) => joining(person)),
    { k: 'begin' },
    { k: 'go', stop: QUESTION },
    ...happens(vote),
  ]);
  mkdirSync(path.join(folder, 'tuesday'));
  writeFileSync(path.join(folder, 'tuesday', 'room.jsonl'), journalText(events));
  return 'tuesday';
}
