import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check, Lesson } from '../../../src/core/course/course.js';
import { exerciseChecks } from '../../../src/core/room/exercise.js';
import {
  type HandIn,
  makeHandIn,
  readHandIn,
  shownHandIn,
} from '../../../src/core/room/hand-in-code.js';
import { first, course as small } from '../../support/small-course.js';

/** A course of lessons with up to so many checks. */
const lessonOf = (id: string, count: number): Lesson => {
  const like = first.body.find((step): step is Check => step.kind === 'check');
  if (!like) throw new Error('no check');
  const body = Array.from({ length: count }, (_, i) => ({ ...like, id: `${id}-${i}` }));
  return { ...first, id, steps: [], checks: body.map((check) => check.id), body };
};
const lessons = [lessonOf('short', 1), lessonOf('usual', 9), lessonOf('long', 23)];
const course = {
  index: { ...small, lessons },
  lesson: (id: string): Lesson => lessons.find((one) => one.id === id) ?? lessonOf(id, 0),
};

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const handIn: fc.Arbitrary<HandIn> = fc
  .record({
    lessons: fc.subarray(['short', 'usual', 'long'], { minLength: 1 }),
    tag: fc.integer({ min: 0, max: 1023 }),
    shortId: fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 4, maxLength: 4 }),
    named: fc.boolean(),
    picks: fc.array(fc.constantFrom('a', 'b', 'c', undefined), { minLength: 33, maxLength: 33 }),
  })
  .map(({ picks, ...rest }) => {
    const checks = exerciseChecks(rest.lessons.map(course.lesson));
    const pairs = checks.flatMap(({ check }, i): [string, string][] => {
      const pick = picks[i];
      return pick === undefined ? [] : [[check.id, pick]];
    });
    return { ...rest, chosen: new Map(pairs) };
  });

describe('the code that is handed in', () => {
  test('tells every choice, the lessons, the room and the person', () => {
    fc.assert(
      fc.property(handIn, (given) => {
        expect(readHandIn(course, makeHandIn(course, given))).toEqual(given);
        expect(readHandIn(course, shownHandIn(makeHandIn(course, given)).toLowerCase())).toEqual(
          given,
        );
      }),
    );
  });

  test('of one lesson is well under 40 signs, dashes and all', () => {
    fc.assert(
      fc.property(handIn, (given) => {
        fc.pre(given.lessons.length === 1);
        expect(shownHandIn(makeHandIn(course, given)).length).toBeLessThanOrEqual(32);
      }),
    );
  });

  test('is refused with up to three signs wrong, one left out or one too many', () => {
    const wrong = fc.uniqueArray(fc.nat({ max: 15 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(handIn, wrong, fc.nat({ max: 30 }), (given, places, by) => {
        fc.pre(given.lessons.length === 1);
        const code = makeHandIn(course, given);
        const other = (sign: string): string =>
          ALPHABET[(ALPHABET.indexOf(sign) + 1 + by) % 32] ?? '';
        const wrongAt = new Set(places.map((place) => place % code.length));
        const changed = [...code].map((sign, i) => (wrongAt.has(i) ? other(sign) : sign)).join('');
        expect(readHandIn(course, changed)).toHaveProperty('rejected');
        expect(readHandIn(course, code.slice(0, -1))).not.toEqual(given);
        expect(readHandIn(course, `${code}0`)).not.toEqual(given);
      }),
    );
  });

  test('is refused whatever is typed that is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(readHandIn(course, typed)).toHaveProperty('rejected');
      }),
    );
  });
});
