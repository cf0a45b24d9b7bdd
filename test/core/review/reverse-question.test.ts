import { describe, expect, test } from 'vitest';
import { checksOf } from '../../../src/core/course/lesson.js';
import { reverseQuestion } from '../../../src/core/review/reverse-question.js';
import { course, kinds } from '../../support/kinds-course.js';

const { material } = course;

const checkOf = (id: string) => {
  const check = checksOf(kinds).find((one) => one.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check;
};

const textOf = (question: ReturnType<typeof reverseQuestion>, id: string): string | undefined =>
  question?.check.choices.find((choice) => choice.id === id)?.text;

describe('the reverse question', () => {
  test('of a row of a board asks who said what the row is about', () => {
    const question = reverseQuestion(checkOf('row-letter'), material, 's');
    expect(question?.said).toBe('No reader will be asked for a fee.');
    expect(textOf(question, question?.check.key ?? '')).toBe('The head librarian');
    expect(question?.check.row).toBeUndefined();
  });

  test('of a row about who said it asks what that source said', () => {
    const row = { ...checkOf('row-letter'), skill: 'attribution' as const };
    const question = reverseQuestion(row, material, 's');
    expect(question?.said).toBeUndefined();
    expect(textOf(question, 'key')).toBe('No reader will be asked for a fee.');
  });

  test('is not made of a question in the text', () => {
    for (const id of ['words', 'sentences']) {
      const { inText: _, ...asText } = checkOf(id);
      expect(reverseQuestion(asText, material, 's'), id).toBeDefined();
      expect(reverseQuestion(checkOf(id), material, 's')).toBeUndefined();
    }
  });
});
