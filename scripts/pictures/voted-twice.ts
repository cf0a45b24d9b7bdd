import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Happening } from '../../src/core/live-room/event.js';
import type { LiveRules } from '../../src/core/live-room/live-room.js';
import {
  answering,
  eventsOf,
  joining,
  journalText,
  stopsIn,
} from '../../test/support/live-journal.js';
import { roomFor, shippedCourse } from '../../test/support/shipped-course.js';

const PEOPLE = Array.from({ length: 24 }, (_, person) => person);

/** How many of 24 are right at the question, which is the fourth. */
const QUESTION = 3;
const RIGHT = { 1: 13, 2: 21 } as const;

/** The folder of a live room in which 24 people have voted on a question, talked, and voted again. Always the same. */
export function votedTwice(folder: string): string {
  const course = shippedCourse();
  const room = { ...roomFor(course, 'the-dispute'), minutes: 0 };
  const rules: LiveRules = { room, pace: 'together', door: '7k2m' };
  const stops = stopsIn(course, room);
  const vote = (round: 1 | 2): Happening[] =>
    PEOPLE.map((person) => answering(stops, person, QUESTION, round, person < RIGHT[round]));
  const events = eventsOf(course, rules, [
    ...PEOPLE.map((person) => joining(person)),
    { k: 'begin' },
    { k: 'go', stop: QUESTION },
    ...([...vote(1), { k: 'close' }, { k: 'talk' }, { k: 'open' }] as const),
    ...([...vote(2), { k: 'close' }] as const),
  ]);
  mkdirSync(path.join(folder, 'tuesday'));
  writeFileSync(path.join(folder, 'tuesday', 'room.jsonl'), journalText(events));
  return 'tuesday';
}
