import { expect, test } from 'vitest';
import { checksOf } from '../../../src/core/course/lesson.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { takeAlongTexts } from '../../../src/core/messages/exercise.js';
import { exerciseHash } from '../../../src/core/room/exercise.js';
import type { Room } from '../../../src/core/room/room.js';
import { scene } from '../../../src/core/scene/scene.js';
import { layOut } from '../../../src/plain/block.js';
import { exerciseBlocks } from '../../../src/plain/pages/exercise.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import {
  ADA,
  goThrough,
  type Joined,
  joins,
  openRoomCourse,
  roomCourse,
} from '../../support/room-course.js';

const WIDTH = 100;

const HABITS = [
  'Remember to ask: what was done, threatened, demanded or refused, and when?',
  'Remember to ask: where does the story say so?',
];

const room: Room = {
  code: 'TUESDAY',
  lessons: ['the-wall', 'the-answer'],
  minutes: 0,
  feedback: 'now',
};

/** An exercise with right answers only, before the hand-in. */
function complete(): Joined {
  const session = joins(room, ADA);
  const keys = roomCourse.lessons.flatMap(checksOf).map(({ id, key }) => [id, key] as const);
  goThrough(session, Object.fromEntries(keys));
  return session;
}

function onScreen({ store }: Joined): string[] {
  const { before } = pageOf(store.state(), () => roomCourse.material, WIDTH);
  return before.map(({ spans }) => spans.map(({ text }) => text).join(''));
}

function inLines({ store }: Joined): string {
  const now = scene(store.state());
  if (now.kind !== 'exercise') throw new Error(`no exercise but ${now.kind}`);
  return layOut(exerciseBlocks(store.state(), now), WIDTH);
}

test('the page after the hand-in says what to ask next time, on screen and in lines', () => {
  const session = complete();
  expect(onScreen(session).join()).not.toContain('Next time');
  expect(inLines(session)).not.toContain('Next time');
  session.store.dispatch({ type: 'enter' });
  expect(onScreen(session).slice(0, 6)).toEqual([
    'Handed in.',
    expect.stringContaining('10 of 10 right'),
    '',
    ...HABITS,
    '',
  ]);
  expect(inLines(session)).toContain(`10 of 10 right\n\n${HABITS.join('\n')}\n\n`);
});

test('a habit of two lessons is said once, and a lesson without a habit adds nothing', () => {
  const { index } = roomCourse;
  const [first, second] = index.lessons.map(({ habit: _, ...lesson }) => lesson);
  if (!first || !second) throw new Error('the course has fewer than two lessons');
  const texts = (...lessons: (typeof index.lessons)[number][]): string[] =>
    takeAlongTexts({ ...index, lessons }, room);
  expect(texts({ ...first, habit: 'where' }, { ...second, habit: 'where' })).toEqual([HABITS[1]]);
  expect(texts(first, second)).toEqual([]);
});

test('the page of somebody who got more time than the room says so after the hand-in', () => {
  const limited = { ...room, minutes: 20 };
  const exercise = exerciseHash(room.lessons.map(openRoomCourse.lesson));
  const whereWith = (minutes: number): string => {
    const log: LogEntry[] = [
      { k: 'join', id: 'a', t: 0, room: limited, person: ADA, exercise },
      { k: 'begin', id: 'b', t: 1 },
      { k: 'join', id: 'c', t: 1, room: { ...room, minutes }, person: ADA, exercise },
      { k: 'hand-in', id: 'd', t: 2, because: 'chosen' },
    ];
    return pageOf(joins(room, ADA, { log }).store.state(), () => roomCourse.material, WIDTH).where;
  };
  expect(whereWith(40)).toMatch(/handed in, with more time$/);
  expect(whereWith(10)).toMatch(/handed in$/);
});
