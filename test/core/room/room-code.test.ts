import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CourseIndex, CourseLessons, Lesson } from '../../../src/core/course/course.js';
import { charactersOf, characterValues } from '../../../src/core/room/codes/base32.js';
import { checksumOf } from '../../../src/core/room/codes/checksum.js';
import { LONGEST_MINUTES } from '../../../src/core/room/room.js';
import {
  exerciseTag,
  lessonBits,
  makeRoomCode,
  readRoomCode,
  roomOfWord,
  SEEDS,
  shownCode,
} from '../../../src/core/room/room-code.js';
import { courseAt } from '../../support/course-at.js';
import {
  anyRoomOfAnyCourse,
  courseOf,
  similarRooms,
  withOneLess,
  withOneMore,
} from '../../support/similar-codes.js';
import { first, second, course as small } from '../../support/small-course.js';

const lessonOf = (id: string): Lesson => {
  const lesson = [first, second].find((candidate) => candidate.id === id);
  if (!lesson) throw new Error(`no lesson ${id}`);
  return lesson;
};
const course = { index: small, lesson: lessonOf };

const anyRoom = fc.record({
  lessons: fc.constantFrom(['first'], ['second'], ['first', 'second']),
  minutes: fc.integer({ min: 0, max: LONGEST_MINUTES }),
  feedback: fc.constantFrom('now' as const, 'later' as const),
});
const anySeed = fc.integer({ min: 0, max: SEEDS - 1 });
const anyCode = fc.tuple(anyRoom, anySeed).map(([room, seed]) => makeRoomCode(course, room, seed));

describe('a room code', () => {
  test('contains lessons, minutes and the kind of feedback', () => {
    fc.assert(
      fc.property(anyRoom, anySeed, (room, seed) => {
        const code = makeRoomCode(course, room, seed);
        expect(readRoomCode(course, code)).toEqual({ ...room, code });
      }),
    );
  });

  test('can be typed in any case, with spaces and dashes anywhere, and with I, L and O for 1 and 0', () => {
    const sloppy = fc.tuple(
      anyCode,
      fc.array(fc.constantFrom(' ', '-', '–', '—', '.'), { maxLength: 12 }),
    );
    fc.assert(
      fc.property(sloppy, ([code, between]) => {
        const typed = [...code]
          .map(
            (character, i) =>
              character.replace('1', i % 2 ? 'l' : 'I').replace('0', 'o') + (between[i] ?? ''),
          )
          .join('')
          .toLowerCase();
        expect(readRoomCode(course, typed)).toMatchObject({ code });
      }),
    );
  });

  test('is rejected with any character changed, and with any two neighbours swapped', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(anyCode, fc.nat(), fc.constantFrom(...alphabet), (code, where, character) => {
        const at = where % code.length;
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        if (changed !== code) expect(readRoomCode(course, changed)).toHaveProperty('rejected');
        const two = where % (code.length - 1);
        const swapped = code.slice(0, two) + code[two + 1] + code[two] + code.slice(two + 2);
        if (swapped !== code) expect(readRoomCode(course, swapped)).toHaveProperty('rejected');
      }),
    );
  });

  test('is rejected if it is any other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(readRoomCode(course, typed)).toHaveProperty('rejected');
      }),
    );
  });

  test('is rejected by a course with other keys, and accepted after a typo is fixed', () => {
    const code = makeRoomCode(course, { lessons: ['first'], minutes: 5, feedback: 'now' }, 7);
    const changed = (change: (lesson: Lesson) => Lesson) => ({
      index: small,
      lesson: (id: string) => change(lessonOf(id)),
    });
    const rekeyed = changed((lesson) => ({
      ...lesson,
      body: lesson.body.map((step) => (step.kind === 'check' ? { ...step, key: 'c' } : step)),
    }));
    const retitled = changed((lesson) => ({ ...lesson, title: 'New title' }));
    expect(readRoomCode(rekeyed, code)).toHaveProperty('rejected');
    expect(readRoomCode(retitled, code)).toMatchObject({ lessons: ['first'], minutes: 5 });
  });

  test('is rejected by a course with fewer lessons', () => {
    const code = makeRoomCode(course, { lessons: ['second'], minutes: 0, feedback: 'now' }, 1);
    const index: CourseIndex = { ...small, lessons: small.lessons.slice(0, 1) };
    expect(readRoomCode({ ...course, index }, code)).toHaveProperty('rejected');
  });

  test('is shown in groups of five characters', () => {
    expect(shownCode('4KXM72QT9P')).toBe('4KXM7-2QT9P');
    expect(shownCode('TUESDAY')).toBe('TUESDAY');
  });
});

type Rules = Parameters<typeof makeRoomCode>[1];

/** How version 0.1.0 made a code, whatever other codes are similar to it. */
function codeOfVersion010(where: CourseLessons, { lessons, minutes }: Rules, seed: number): string {
  const tag = BigInt(exerciseTag(lessons.map(where.lesson)));
  const rest = (lessonBits(where.index, lessons) << 10n) | tag;
  const number = (((rest << 15n) | BigInt(seed)) << 10n) | BigInt(minutes << 2);
  const values = characterValues(number, Math.ceil(number.toString(2).length / 5));
  return charactersOf([...values, ...checksumOf(values, 1)]);
}

describe('a room code with one character too many', () => {
  const isRead = (where: CourseLessons, code: string): boolean =>
    'code' in readRoomCode(where, code);

  // The stress part `codes` tries a hundred times as many.
  test('is never another room: all insertions of 1,000 codes are refused, and all deletions', () => {
    fc.assert(
      fc.property(anyRoomOfAnyCourse, (room) => {
        expect(similarRooms(room)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(['0', 'O', 'o', '00', 'O-0'])('is called mistyped if %j is in front', (extra) => {
    const code = makeRoomCode(course, { lessons: ['first'], minutes: 5, feedback: 'now' }, 7);
    expect(readRoomCode(course, extra + code)).toEqual({
      rejected: expect.stringContaining('mistyped'),
    });
  });

  test('is called mistyped if no course has codes of its length', () => {
    expect(readRoomCode(course, charactersOf([1, ...checksumOf([1], 1)]))).toEqual({
      rejected: expect.stringContaining('mistyped'),
    });
  });

  test('is never another room in any exercise of the shipped courses', () => {
    for (const name of ['claude-contract', 'swing-bridge']) {
      const where = courseAt(fileURLToPath(new URL(`../../../lessons/${name}`, import.meta.url)));
      const ids = where.index.lessons.map(({ id }) => id);
      for (let bits = 1; bits < 2 ** ids.length; bits++) {
        const lessons = ids.filter((_, i) => (bits >> i) & 1);
        const code = makeRoomCode(where, { lessons, minutes: 20, feedback: 'now' }, 7);
        const others = [...withOneMore(code), ...withOneLess(code)];
        expect(others.filter((other) => isRead(where, other))).toEqual([]);
      }
    }
  });

  test('could be another room in version 0.1.0. Its codes are still read, but made with another seed', () => {
    const where = courseOf(12);
    const rules = { lessons: ['lesson-1', 'lesson-3'], minutes: 20, feedback: 'now' } as const;
    const old = codeOfVersion010(where, rules, 31_749);
    expect(readRoomCode(where, old)).toEqual({ ...rules, code: old });
    expect(withOneMore(old).some((other) => isRead(where, other))).toBe(true);
    const made = makeRoomCode(where, rules, 31_749);
    expect(readRoomCode(where, made)).toEqual({ ...rules, code: made });
    expect(withOneMore(made).filter((other) => isRead(where, other))).toEqual([]);
  });

  test('is read by version 0.1.0: where no other code is similar, codes are what they were', () => {
    const where = courseOf(8);
    fc.assert(
      fc.property(anySeed, (seed) => {
        const rules = { lessons: ['lesson-0', 'lesson-3'], minutes: 20, feedback: 'now' } as const;
        const old = codeOfVersion010(where, rules, seed);
        expect(makeRoomCode(where, rules, seed)).toBe(old);
        expect(readRoomCode(where, old)).toEqual({ ...rules, code: old });
      }),
    );
  });
});

describe('a word instead of a code', () => {
  const rest = { lessons: ['first'], minutes: 0, feedback: 'now' } as const;

  test('is the same code in any case and spacing', () => {
    expect(roomOfWord('blue-Heron 7', rest)).toEqual({ ...rest, code: 'BLUEHERON7' });
  });

  test.each(['', 'x', 'a/b', '../up', 'x'.repeat(40), '\u001b[2Jred;'])('cannot be %j', (word) => {
    expect(roomOfWord(word, rest)).toHaveProperty('rejected');
  });
});
