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
  madeWithIn,
  makeRoomCode,
  type Rules,
  readRoomCode,
  roomOfWord,
  shownCode,
} from '../../../src/core/room/room-code.js';
import { SEEDS } from '../../../src/core/room/room-code-content.js';
import { anyText } from '../../support/any-text.js';
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

const NOW = Date.UTC(2026, 10, 29, 9, 41, 30);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const anyEnd = fc
  .integer({
    min: Math.ceil((NOW - 15 * DAY) / MINUTE),
    max: Math.floor((NOW + 15 * DAY) / MINUTE),
  })
  .map((minute) => ({ minutes: 0, until: minute * MINUTE }));

const anyRoom = fc
  .tuple(
    fc.record({
      lessons: fc.constantFrom(['first'], ['second'], ['first', 'second']),
      feedback: fc.constantFrom('now' as const, 'later' as const),
      certainty: fc.boolean(),
    }),
    fc.oneof(fc.record({ minutes: fc.integer({ min: 0, max: LONGEST_MINUTES }) }), anyEnd),
  )
  .map(([rest, end]) => ({ ...rest, ...end }));
const anySeed = fc.integer({ min: 0, max: SEEDS - 1 });
const anyCode = fc.tuple(anyRoom, anySeed).map(([room, seed]) => makeRoomCode(course, room, seed));

describe('a room code', () => {
  test('contains lessons, minutes or a common end, feedback and certainty', () => {
    fc.assert(
      fc.property(anyRoom, anySeed, (room, seed) => {
        const code = makeRoomCode(course, room, seed);
        expect(readRoomCode(course, code, NOW)).toEqual({ ...room, code });
      }),
    );
  });

  test.each(['2026-12-14 20:00', '2026-11-14 20:00'])(
    'has the end that is nearest to the moment of reading: %s',
    (day) => {
      const until = Date.parse(`${day}Z`);
      const rules = { lessons: ['first'], minutes: 0, until, feedback: 'now' } as const;
      const code = makeRoomCode(course, rules, 7);
      expect(readRoomCode(course, code, NOW)).toMatchObject({ until });
    },
  );

  test('says which program and which words made it, also to a program that refuses it', () => {
    const rules = { lessons: ['first'], minutes: 20, feedback: 'now' } as const;
    const code = makeRoomCode(course, rules, 7, '0.2.17');
    const made = { version: '0.2.17', words: small.words };
    expect(madeWithIn(code)).toEqual(made);
    expect(madeWithIn('TUESDAY')).toBeUndefined();
    const other = { index: { ...small, words: 'd4e5f6' }, lesson: () => second };
    expect(readRoomCode(other, code, NOW)).toEqual({
      rejected: expect.stringMatching(
        /^was made with 0\.2\.17 \(a1b2c3\), but this computer has version \d+\.\d+\.\d+ \(d4e5f6\), and the questions differ/,
      ),
      madeWith: made,
    });
  });

  test.each([
    ['4.40.100', '3.31.31'],
    ['1.2.3-beta.4', '1.2.3'],
    ['0', '0.0.0'],
  ])('says of version %s what fits: %s', (version, fits) => {
    const rules = { lessons: ['first'], minutes: 20, feedback: 'now' } as const;
    expect(madeWithIn(makeRoomCode(course, rules, 7, version))).toMatchObject({ version: fits });
  });

  test('is accepted by a course with other words', () => {
    const rules = { lessons: ['first'], minutes: 20, feedback: 'now' } as const;
    const code = makeRoomCode(course, rules, 7);
    const reworded = { ...course, index: { ...small, words: 'd4e5f6' } };
    expect(readRoomCode(reworded, code, NOW)).toMatchObject({ ...rules, code });
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
        expect(readRoomCode(course, typed, 0)).toMatchObject({ code });
      }),
    );
  });

  test('is read in straight or curly quotes, and so is a word', () => {
    const rules = { lessons: ['first'], minutes: 5, feedback: 'now' } as const;
    const code = makeRoomCode(course, rules, 7);
    for (const [open, close] of ["''", '""', '“”', '‘’', '„“', '«»', '” ', '``'].map((two) => [
      ...two,
    ])) {
      expect(readRoomCode(course, `${open}${shownCode(code)}${close}`, 0)).toMatchObject({ code });
      expect(roomOfWord(`${open}Tuesday${close}`, rules)).toMatchObject({ code: 'TUESDAY' });
    }
  });

  test('is rejected with any character changed, and with any two neighbours swapped', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(anyCode, fc.nat(), fc.constantFrom(...alphabet), (code, where, character) => {
        const at = where % code.length;
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        if (changed !== code) expect(readRoomCode(course, changed, 0)).toHaveProperty('rejected');
        const two = where % (code.length - 1);
        const swapped = code.slice(0, two) + code[two + 1] + code[two] + code.slice(two + 2);
        if (swapped !== code) expect(readRoomCode(course, swapped, 0)).toHaveProperty('rejected');
      }),
    );
  });

  test('is rejected if it is any other text', () => {
    fc.assert(
      fc.property(anyText(), (typed) => {
        expect(readRoomCode(course, typed, 0)).toHaveProperty('rejected');
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
    expect(readRoomCode(rekeyed, code, 0)).toHaveProperty('rejected');
    expect(readRoomCode(retitled, code, 0)).toMatchObject({ lessons: ['first'], minutes: 5 });
  });

  test('is rejected by a course with fewer lessons', () => {
    const code = makeRoomCode(course, { lessons: ['second'], minutes: 0, feedback: 'now' }, 1);
    const index: CourseIndex = { ...small, lessons: small.lessons.slice(0, 1) };
    expect(readRoomCode({ ...course, index }, code, 0)).toHaveProperty('rejected');
  });

  test('is shown in groups of three characters, and of five if it is an old one', () => {
    expect(shownCode('4KXM72QT9P3ABCDEFG')).toBe('4KX-M72-QT9-P3A-BCD-EFG');
    expect(shownCode('4KXM72QT9P')).toBe('4KXM7-2QT9P');
    expect(shownCode('TUESDAY')).toBe('TUESDAY');
  });
});

/** How 0.1.0 made a code with the right answers after each question. 0.2.0 and 0.3.0 avoided codes similar to others. */
function codeOfVersion010(
  where: CourseLessons,
  { lessons, minutes }: Pick<Rules, 'lessons' | 'minutes'>,
  seed: number,
): string {
  const tag = BigInt(exerciseTag(lessons.map(where.lesson)));
  const rest = (lessonBits(where.index, lessons) << 10n) | tag;
  const number = (((rest << 15n) | BigInt(seed)) << 10n) | BigInt(minutes << 2);
  const values = characterValues(number, Math.ceil(number.toString(2).length / 5));
  return charactersOf([...values, ...checksumOf(values, 1)]);
}

describe('a room code with one character too many', () => {
  const isRead = (where: CourseLessons, code: string): boolean =>
    'code' in readRoomCode(where, code, 0);

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
    expect(readRoomCode(course, extra + code, 0)).toEqual({
      rejected: expect.stringContaining('mistyped'),
    });
  });

  test('is called mistyped if no course has codes of its length', () => {
    expect(readRoomCode(course, charactersOf([1, ...checksumOf([1], 1)]), 0)).toEqual({
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
});

describe('a room code of 0.1.0 and 0.2.0', () => {
  const where = courseOf(8);
  const anySeedOf0 = fc.integer({ min: 0, max: 2 ** 15 - 1 });

  test('is still read, and says nothing about certainty, a common end or its version', () => {
    fc.assert(
      fc.property(anyRoomOfAnyCourse, anySeedOf0, ({ where, rules }, seed) => {
        const { lessons, minutes } = rules;
        const code = codeOfVersion010(where, rules, seed);
        expect(readRoomCode(where, code, NOW)).toEqual({ code, lessons, minutes, feedback: 'now' });
        expect(madeWithIn(code)).toBeUndefined();
      }),
    );
  });

  test('is rejected for other questions with the versions that can have made it', () => {
    const code = codeOfVersion010(where, { lessons: ['lesson-0'], minutes: 20 }, 7);
    expect(readRoomCode(course, code, NOW)).toEqual({
      rejected: expect.stringMatching(
        /^was made with a version before 0\.3\.0, but this computer has version \d+\.\d+\.\d+ \(a1b2c3\), and the questions differ/,
      ),
    });
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
