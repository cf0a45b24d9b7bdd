import { expect, test } from 'vitest';
import { checksOf } from '../../../src/core/course/lesson.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { takeAlongTexts } from '../../../src/core/messages/exercise.js';
import { exerciseHash } from '../../../src/core/room/exercise.js';
import type { Room } from '../../../src/core/room/room.js';
import { highlightOf, scene } from '../../../src/core/scene/scene.js';
import { layOut } from '../../../src/plain/block.js';
import { exerciseBlocks } from '../../../src/plain/pages/exercise.js';
import { layOut as layOutPage } from '../../../src/ui/layout/fit.js';
import { seen } from '../../../src/ui/layout/visible.js';
import { textWidth } from '../../../src/ui/layout/window.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import {
  ADA,
  goThrough,
  type Joined,
  joins,
  openRoomCourse,
  roomCourse,
} from '../../support/room-course.js';
import { sessionInMemory } from '../../support/session-in-memory.js';

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

/** The first row of the page in a small window, as it opens. */
function firstRow({ store }: Pick<Joined, 'store'>): string | undefined {
  const size = { columns: 40, rows: 12 };
  const state = store.state();
  const page = pageOf(state, () => roomCourse.material, textWidth(size));
  const scroll = page.opensAtTop && state.highlight < 0 ? 0 : undefined;
  const highlight = highlightOf(state, scene(state));
  const { before } = seen(layOutPage(page, size, { highlight, scroll }, []), highlight);
  return before[0]?.spans.map(({ text }) => text).join('');
}

test('in a small window, the page opens with how things are: time over, handed in, asked', () => {
  const exercise = exerciseHash(room.lessons.map(openRoomCourse.lesson));
  const log: LogEntry[] = [
    { k: 'join', id: 'a', t: 0, room: { ...room, minutes: 20 }, person: ADA, exercise },
    { k: 'begin', id: 'b', t: 1 },
  ];
  const late = sessionInMemory(roomCourse, {
    log,
    clock: () => 60 * 60_000,
    lateCommand: () => "npx on-the-record@0.3.0 workshop join TUESDAY --name 'Ada' --minutes 10",
    resultFile: '/home/ada/a folder/result-TUESDAY-Ada-p4w8.json',
  });
  expect(firstRow(late)).toBe('The time is over.');
  late.store.dispatch({ type: 'enter' });
  expect(firstRow(late)).toContain('The time is over. Your answers are');

  const asked = joins(room, ADA);
  asked.store.dispatch({ type: 'enter' });
  asked.store.dispatch({ type: 'close' });
  asked.store.dispatch({ type: 'point', at: 1 });
  asked.store.dispatch({ type: 'enter' });
  expect(firstRow(asked)).toContain('10 questions have no answer');
});
