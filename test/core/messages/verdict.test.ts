import { expect, test } from 'vitest';
import { checksOf } from '../../../src/core/course/lesson.js';
import { truthText } from '../../../src/core/messages/verdict.js';
import { first, material } from '../../support/small-course.js';

test('a true statement ends with the paragraphs of its evidence, except those that it names', () => {
  const [check] = checksOf(first);
  if (!check) throw new Error('the lesson has no question');
  const told = (truth: string): string =>
    truthText({ ...check, truth, evidence: ['p1s1', 'p2s1'] }, material);
  expect(told('The library opens at night.')).toBe('The library opens at night (¶1 and ¶2).');
  expect(told('¶1 does not say who pays.')).toBe('¶1 does not say who pays (¶2).');
  expect(told('¶1 and ¶2 name a fee.')).toBe('¶1 and ¶2 name a fee.');
  expect(told('¶12 is longer.')).toBe('¶12 is longer (¶1 and ¶2).');
});
