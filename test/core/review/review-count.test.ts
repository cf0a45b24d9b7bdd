import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CourseIndex } from '../../../src/core/course/course.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { reviewNote } from '../../../src/core/messages/home.js';
import { dueNote } from '../../../src/core/messages/review.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { reviewCount, reviewOn } from '../../../src/core/review/queue.js';
import { checksOfSameClaim } from '../../../src/core/review/same-claim.js';
import { answer } from '../../support/any-log.js';
import { course as withText } from '../../support/kinds-course.js';
import { play } from '../../support/play.js';

const DAY = 24 * 3_600_000;

/** All checks of the course, each answered wrong on the first day. */
const answeredIn = ({ lessons }: CourseIndex, session: number): LogEntry[] => [
  { id: 'session', t: 1, k: 'set', key: 'session', value: `${session}` },
  ...lessons.flatMap(({ checks }) =>
    checks.map((check, i) => answer({ id: check, t: 10.5 * DAY + i }, { check, right: false })),
  ),
];

const ids = Array.from({ length: 12 }, (_, i) => `c${i}`);

const courseWith = (sameClaim: readonly (readonly string[])[]): CourseIndex => ({
  ...withText.index,
  sameClaim,
  lessons: withText.index.lessons
    .slice(0, 1)
    .map((lesson) => ({ ...lesson, checks: ids, inText: [] })),
});

test('home counts what a review asks, whichever questions share a claim', () => {
  const pairs = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 4 }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 14 }), (sameClaim, session) => {
      const course = courseWith(sameClaim);
      const progress = foldAll(answeredIn(course, session));
      const asked = reviewOn(course, progress, 12).map(({ check }) => check);
      expect(reviewCount(course, progress, 12)).toEqual({ now: asked.length, due: 12 });
      for (const same of sameClaim)
        expect(asked.filter((id) => same.includes(id)).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('questions share a claim if they ask about it, or about one with the same content', () => {
  const claim = (id: string, alike?: string) =>
    ({ ...withText.material.claims[0], id, ...(alike !== undefined && { alike }) }) as never;
  const about = (id: string, ...claims: string[]) => ({ id, claims }) as never;
  expect(
    checksOfSameClaim(
      [about('one', 'p'), about('two', 'q'), about('three', 'r'), about('four', 'p', 'r')],
      [claim('p', 'said'), claim('q', 'said'), claim('r')],
    ),
  ).toEqual([
    ['one', 'two', 'four'],
    ['three', 'four'],
  ]);
});

test('home says how many of the due questions a review asks, and the review asks so many', () => {
  const of = { ...withText, index: { ...withText.index, sameClaim: [['who', 'row-fee']] } };
  const session = play({ of, log: answeredIn(of.index, 50), now: 12 * DAY });
  const { course, progress, today } = session.state();
  expect(reviewNote({ course, progress, today })).toBe('9 due; this review: 8, about 4 minutes');
  const home = session.scene();
  const at = home.kind === 'home' ? home.menu.findIndex(({ id }) => id === 'review') : -1;
  session.do({ type: 'point', at }, { type: 'enter' });
  expect(session.scene()).toMatchObject({ quiz: { rest: { length: 7 } } });
});

test('a review that asks all has one number on home', () => {
  expect(dueNote({ now: 6, due: 6 })).toBe('6 due, about 3 minutes');
});
