import { expect, test } from 'vitest';
import { checksOf } from '../../src/core/course/lesson.js';
import { grade, isRight } from '../../src/core/grade.js';
import { first } from '../support/small-course.js';

const [check] = checksOf(first);
if (!check) throw new Error('the small course has a check');

const ids = (choices: readonly { readonly id: string }[]): string[] => choices.map(({ id }) => id);

test('the key is right, and the result lists the other choices', () => {
  const verdict = grade(check, 'a');
  expect([verdict.right, verdict.chosen?.id, ids(verdict.others)]).toEqual([true, 'a', ['b', 'c']]);
});

test('a distractor is wrong, and the result names the key', () => {
  const verdict = grade(check, 'c');
  expect([verdict.right, verdict.key.id, ids(verdict.others)]).toEqual([false, 'a', ['b']]);
});

test('a choice that was removed is wrong, and the result has no chosen choice', () => {
  const verdict = grade(check, 'gone');
  expect([verdict.right, verdict.chosen, ids(verdict.others)]).toEqual([
    false,
    undefined,
    ['b', 'c'],
  ]);
});

test('only the key is right', () => {
  const judged = ['a', 'b', 'gone', undefined].map((choice) => isRight(check, choice));
  expect(judged).toEqual([true, false, false, false]);
});

test('a check without its key is a fault', () => {
  expect(() => grade({ ...check, key: 'gone' }, 'a')).toThrow('has no choice gone');
});
