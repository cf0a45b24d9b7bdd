import { expect, test } from 'vitest';
import type { Lesson } from '../../../src/core/course/course.js';
import { passagesInSight } from '../../../src/core/scene/visible-passages.js';
import { checkIn, inLesson, inTextCourse, toQuestion } from '../../support/in-text.js';

const session = inLesson('the-fee');
toQuestion(session, 'who-wrote');
const step = checkIn('who-wrote');

const lessonOf = (id: string): Lesson => {
  const lesson = inTextCourse.lessons.find((one) => one.id === id);
  if (!lesson) throw new Error(`no lesson ${id}`);
  return lesson;
};

const [p1] = inTextCourse.material.passages;
if (!p1) throw new Error('the course has no passage');

/** The lesson read in two parts, with a second passage before its question. */
const material = {
  ...inTextCourse.material,
  passages: [
    p1,
    { id: 'p2', paragraph: 2, sentences: [{ id: 'p2s1', text: 'Nobody else spoke.' }] },
  ],
};

const twice: Lesson = {
  ...lessonOf('the-fee'),
  body: [
    { kind: 'reading', id: 'read-p1', passages: ['p1'] },
    { kind: 'reading', id: 'read-p2', passages: ['p2'] },
    step,
    { ...step, id: 'of-p2', evidence: ['p2s1'] },
  ],
};

const inSight = (lesson: Lesson | undefined, check = step): string[] =>
  passagesInSight(session.state(), { ...(lesson && { lesson }), step: check }, material).map(
    ({ id }) => id,
  );

test('the passages of the reading before a question are in sight', () => {
  expect(inSight(lessonOf('the-fee'))).toEqual(['p1']);
  expect(inSight(twice, { ...step, id: 'of-p2', evidence: ['p2s1'] })).toEqual(['p2']);
});

test('no passage is in sight if it does not hold the proof', () => {
  expect(inSight(twice)).toEqual([]);
});

test('the sentences to choose from are in sight, even if the proof is in an earlier reading', () => {
  expect(inSight(twice, { ...step, inText: 'sentences' })).toEqual(['p2']);
});

test('no passage is in sight in a closed-book lesson, in review and in rounds', () => {
  expect(inSight({ ...lessonOf('the-fee'), closedBook: true })).toEqual([]);
  expect(inSight(undefined)).toEqual([]);
});
