import { expect, test } from 'vitest';
import { checksOf } from '../../../src/core/course/lesson.js';
import { answered, type Quiz } from '../../../src/core/review/quiz.js';
import { lessons } from '../../support/small-course.js';

const [check] = lessons.flatMap(checksOf);
if (!check) throw new Error('the small course has no check');

const quizOf = (kind: Quiz['kind']): Quiz => ({
  kind,
  seed: 's',
  question: { check, from: { kind: 'drill', claim: 'c', asks: 'teller' } },
  rest: [],
  answered: 0,
  right: 0,
  missed: [],
  read: new Set(),
});

test('a review remembers the checks that were missed, for its end', () => {
  expect(answered(quizOf('review'), 'x', false).missed).toEqual([check]);
  expect(answered(quizOf('review'), 'x', true).missed).toEqual([]);
});

test('a drill, which has no end, counts its answers and remembers none of them', () => {
  const quiz = answered(answered(quizOf('drill'), 'x', false), 'x', false);
  expect(quiz).toMatchObject({ answered: 2, right: 0, missed: [] });
});
