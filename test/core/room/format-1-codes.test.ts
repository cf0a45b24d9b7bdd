import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checksOf } from '../../../src/core/course/lesson.js';
import { readHandIn } from '../../../src/core/room/hand-in-code.js';
import { type Person, shortIdOf } from '../../../src/core/room/person.js';
import type { Room } from '../../../src/core/room/room.js';
import { readRoomCode } from '../../../src/core/room/room-code.js';
import { courseAt } from '../../support/course-at.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/v0.1.0', import.meta.url));
const HANDED_IN = path.join(FIXTURES, 'results', 'handed-in');

/** The course of format 1 for which version 0.1.0 made these codes. */
const course = courseAt(path.join(FIXTURES, 'course'));

type Written = Room & {
  readonly person: Person;
  readonly answers: readonly { readonly check: string; readonly choice: string }[];
  readonly handInCode: string;
};

const results = readdirSync(HANDED_IN)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(path.join(HANDED_IN, name), 'utf8')) as Written);

test('there are results of version 0.1.0', () => {
  expect(results.map(({ person }) => person.name)).toEqual(['Ada', 'Ben', 'Cleo']);
});

test.each(results)(
  'the hand-in code that version 0.1.0 made for $person.name is still read, and whoever answered everything has handed in',
  ({ person, answers, handInCode, lessons }) => {
    const chosen = new Map(answers.map(({ check, choice }) => [check, choice]));
    const count = lessons.flatMap((id) => checksOf(course.lesson(id))).length;
    expect(readHandIn(course, handInCode)).toMatchObject({
      lessons,
      chosen,
      shortId: shortIdOf(person),
      status: chosen.size === count ? 'handed-in' : 'open',
      isLengthened: false,
    });
  },
);

test('the room code that version 0.1.0 made is still read', () => {
  const [{ code, lessons, minutes, feedback }] = results as [Written];
  expect(readRoomCode(course, code, 0)).toEqual({ code, lessons, minutes, feedback });
});
