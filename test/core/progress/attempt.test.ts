import { describe, expect, test } from 'vitest';
import { checksIn, checksOf, stepAt, stepOfCheck } from '../../../src/core/course/lesson.js';
import {
  awaitsSecondLook,
  latestAnswer,
  resumeAt,
  stepAfter,
  stepBefore,
  stepsOf,
} from '../../../src/core/progress/attempt.js';
import type { LessonAttempt } from '../../../src/core/progress/progress.js';
import { kinds, steps } from '../../support/kinds-course.js';

const given = (choice: string, right = false, again?: true) => ({
  choice,
  right,
  t: 1,
  ...(again && { again }),
});

const attempt = (fields: Partial<LessonAttempt> = {}): LessonAttempt => ({
  seed: 's',
  step: '',
  answers: {},
  ...fields,
});

const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

describe('a second look', () => {
  const missed = attempt({ answers: { who: given('librarian', false, true) } });

  test('waits after a first miss that allows it', () => {
    expect(awaitsSecondLook(missed, 'who', 'who')).toBe(true);
    expect(latestAnswer(missed, 'who')?.choice).toBe('librarian');
  });

  test('is over after the second answer, right or wrong, which is then the latest', () => {
    for (const right of [true, false]) {
      const again = { ...missed, seconds: { who: given('spokesman', right) } };
      expect(awaitsSecondLook(again, 'who', 'who')).toBe(false);
      expect(latestAnswer(again, 'who')).toEqual(given('spokesman', right));
    }
  });

  test('is over when the learner has asked for the answer at this step, not at another', () => {
    expect(awaitsSecondLook({ ...missed, shown: ['who'] }, 'who', 'who')).toBe(false);
    expect(awaitsSecondLook({ ...missed, shown: ['why'] }, 'who', 'who')).toBe(true);
  });

  test('does not follow a right answer, a miss in an exercise or no answer', () => {
    const answers = { who: given('spokesman', true), why: given('money') };
    for (const check of ['who', 'why', 'words'])
      expect(awaitsSecondLook(attempt({ answers }), check, check)).toBe(false);
    expect(latestAnswer(attempt({ answers }), 'words')).toBeUndefined();
  });

  test('is not found under names that every object has', () => {
    const place = attempt({ seconds: {} });
    expect(awaitsSecondLook(place, 'constructor', 'constructor')).toBe(false);
    expect(latestAnswer(place, '__proto__')).toBeUndefined();
  });
});

describe('the steps of an attempt', () => {
  test('are those of the lesson, with its example and the board as one step', () => {
    expect(ids(stepsOf(kinds, attempt()))).toEqual(kinds.steps);
    expect(stepAfter(kinds, attempt(), 'example')).toBe('read-1');
    expect(stepAfter(kinds, attempt(), 'steps')).toBe('read-2');
    expect(stepBefore(kinds, attempt(), 'read-2')).toBe('steps');
    expect(stepBefore(kinds, attempt(), 'example')).toBeUndefined();
  });

  test('are in practice the checks and rows to repeat, each alone', () => {
    const practice = attempt({ only: ['row-letter', 'who', 'row-night', 'gone'] });
    expect(ids(stepsOf(kinds, practice))).toEqual(['who', 'row-letter', 'row-night']);
    expect(stepAfter(kinds, practice, 'row-letter')).toBe('row-night');
    expect(stepAfter(kinds, practice, 'row-night')).toBe('end');
    expect(stepBefore(kinds, practice, 'end')).toBe('row-night');
  });

  test('include every row, found alone and on its board', () => {
    expect(ids(checksOf(kinds))).toEqual(kinds.checks);
    expect(checksIn(steps)).toBe(steps.rows);
    expect(stepAt(kinds, 'row-letter')).toBe(steps.rows[1]);
    expect(stepAt(kinds, 'steps')).toBe(steps);
    expect(stepAt(kinds, 'constructor')).toBeUndefined();
    expect(stepOfCheck(kinds, 'row-letter')).toBe('steps');
    expect(stepOfCheck(kinds, 'who')).toBe('who');
  });
});

describe('an attempt resumes', () => {
  test('at the step that the learner left, also at a board', () => {
    expect(resumeAt(kinds, attempt())).toBe('example');
    expect(resumeAt(kinds, attempt({ step: 'steps' }))).toBe('steps');
    expect(resumeAt(kinds, attempt({ step: 'end' }))).toBe('end');
  });

  test('at the board of the first row without an answer if the step is gone', () => {
    const answers = {
      ...{ who: given('spokesman', true), sentences: given('s2', true) },
      'row-fee': given('demanded', true),
    };
    expect(resumeAt(kinds, attempt({ step: 'gone', answers }))).toBe('steps');
  });

  test('at the end if the step is gone and every check has an answer', () => {
    const answers = Object.fromEntries(kinds.checks.map((id) => [id, given('x')]));
    expect(resumeAt(kinds, attempt({ step: 'gone', answers }))).toBe('end');
  });

  test('in practice at a row alone', () => {
    const practice = attempt({ only: ['row-letter', 'row-night'] });
    expect(resumeAt(kinds, practice)).toBe('row-letter');
    expect(resumeAt(kinds, { ...practice, step: 'row-night' })).toBe('row-night');
    const answers = { 'row-letter': given('refused', true) };
    expect(resumeAt(kinds, { ...practice, step: 'gone', answers })).toBe('row-night');
  });
});
