import { expect, test } from 'vitest';
import { checksOf } from '../../../src/core/course/lesson.js';
import { answered, type Quiz } from '../../../src/core/review/quiz.js';
import { lessons } from '../../support/small-course.js';

const [check] = lessons.flatMap(checksOf);
if (!check) throw new Error('the small course has no check');

const quizOf = (kind: Quiz['kind']): Quiz => ({
  kind,
  seed: 's',
  question: { check, from: { kind: 'drill', claim: 'c', asks: 'teller', of: 10 } },
  rest: [],
  answered: 0,
  right: 0,
  missed: [],
});

test.each(['review', 'drill'] as const)('a %s counts, and remembers what was missed', (kind) => {
  expect(answered(quizOf(kind), 'x', false)).toMatchObject({ answered: 1, missed: [check] });
  expect(answered(quizOf(kind), 'x', true)).toMatchObject({ right: 1, missed: [] });
});
