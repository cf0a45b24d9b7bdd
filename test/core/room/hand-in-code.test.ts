import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check, Lesson } from '../../../src/core/course/course.js';
import { ATTEMPT_STATUSES } from '../../../src/core/room/attempt-status.js';
import { exerciseChecks } from '../../../src/core/room/exercise.js';
import {
  type HandIn,
  makeHandIn,
  readHandIn,
  shownHandIn,
} from '../../../src/core/room/hand-in-code.js';
import { anyText } from '../../support/any-text.js';
import { first, course as small } from '../../support/small-course.js';

/** A lesson with `count` checks. */
const lessonOf = (id: string, count: number): Lesson => {
  const template = first.body.find((step): step is Check => step.kind === 'check');
  if (!template) throw new Error('no check');
  const body = Array.from({ length: count }, (_, i) => ({ ...template, id: `${id}-${i}` }));
  return { ...first, id, steps: [], checks: body.map((check) => check.id), body };
};
const lessons = [lessonOf('short', 1), lessonOf('usual', 9), lessonOf('long', 23)];
const course = {
  index: { ...small, lessons },
  lesson: (id: string): Lesson => lessons.find((lesson) => lesson.id === id) ?? lessonOf(id, 0),
};

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const handIn: fc.Arbitrary<HandIn> = fc
  .record({
    lessons: fc.subarray(['short', 'usual', 'long'], { minLength: 1 }),
    tag: fc.integer({ min: 0, max: 1023 }),
    shortId: fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 4, maxLength: 4 }),
    named: fc.boolean(),
    status: fc.constantFrom(...ATTEMPT_STATUSES),
    isLengthened: fc.boolean(),
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

describe('a hand-in code', () => {
  test('contains every choice, the lessons, the room, the person and the status', () => {
    fc.assert(
      fc.property(handIn, (original) => {
        expect(readHandIn(course, makeHandIn(course, original))).toEqual(original);
        expect(readHandIn(course, shownHandIn(makeHandIn(course, original)).toLowerCase())).toEqual(
          original,
        );
      }),
    );
  });

  test('has fewer than 40 characters for one lesson, dashes included', () => {
    fc.assert(
      fc.property(handIn, (original) => {
        fc.pre(original.lessons.length === 1);
        expect(shownHandIn(makeHandIn(course, original)).length).toBeLessThanOrEqual(32);
      }),
    );
  });

  test('is rejected with up to three wrong characters, a missing one or an extra one', () => {
    const wrong = fc.uniqueArray(fc.nat({ max: 15 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(handIn, wrong, fc.nat({ max: 30 }), (original, places, by) => {
        fc.pre(original.lessons.length === 1);
        const code = makeHandIn(course, original);
        const other = (character: string): string =>
          ALPHABET[(ALPHABET.indexOf(character) + 1 + by) % 32] ?? '';
        const wrongAt = new Set(places.map((place) => place % code.length));
        const changed = [...code]
          .map((character, i) => (wrongAt.has(i) ? other(character) : character))
          .join('');
        expect(readHandIn(course, changed)).toHaveProperty('rejected');
        expect(readHandIn(course, code.slice(0, -1))).not.toEqual(original);
        expect(readHandIn(course, `${code}0`)).not.toEqual(original);
      }),
    );
  });

  test('is never read as other answers to the same lessons with one character more or less', () => {
    fc.assert(
      fc.property(handIn, fc.constantFrom(...ALPHABET, 'O', 'I', 'L'), (original, extra) => {
        const code = makeHandIn(course, original);
        const others = [...code, ''].flatMap((_, at) => [
          code.slice(0, at) + extra + code.slice(at),
          code.slice(0, at) + code.slice(at + 1),
        ]);
        for (const other of others.filter((typed) => typed !== code)) {
          const read = readHandIn(course, other);
          expect('lessons' in read ? read.lessons : []).not.toEqual(original.lessons);
        }
      }),
    );
  });

  test.each(['0', 'O', '00'])('is called incomplete if %j is in front of it', (extra) => {
    const [original] = fc.sample(handIn, 1);
    if (!original) throw new Error('no sample');
    expect(readHandIn(course, extra + makeHandIn(course, original))).toEqual({
      rejected: expect.stringContaining('is not a complete hand-in code'),
    });
  });

  test('is rejected if it is any other text', () => {
    fc.assert(
      fc.property(anyText(), (typed) => {
        expect(readHandIn(course, typed)).toHaveProperty('rejected');
      }),
    );
  });
});
