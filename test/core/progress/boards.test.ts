import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../../src/core/course/course.js';
import type { LogEntry, NewEntry } from '../../../src/core/log/entry.js';
import { missedChecks, openMisses, unanswered } from '../../../src/core/progress/checks.js';
import {
  exerciseScore,
  firstChoices,
  questionNumber,
} from '../../../src/core/progress/exercise.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { lessonStatus } from '../../../src/core/progress/lesson-status.js';
import type { Exercise } from '../../../src/core/progress/progress.js';
import { answer } from '../../support/any-log.js';
import { closed, course, kinds } from '../../support/kinds-course.js';

/** A log with these entries, a millisecond apart. */
const logOf = (...entries: readonly NewEntry[]): LogEntry[] =>
  entries.map((entry, t): LogEntry => ({ ...entry, id: `e${t}`, t }));

const start = (only?: readonly string[]): NewEntry => ({
  ...{ k: 'start', lesson: 'kinds', seed: 's' },
  ...(only && { only }),
});

const at = (step: string): NewEntry => ({ k: 'at', lesson: 'kinds', step });

function answered(check: string, right: boolean, again?: true): NewEntry {
  const lesson = closed.checks.includes(check) ? 'closed' : 'kinds';
  const fields = { lesson, check, choice: right ? 'right' : 'wrong', right };
  const {
    id: _,
    t: __,
    ...entry
  } = answer({ id: '', t: 0 }, { ...fields, ...(again && { again }) });
  return entry as NewEntry;
}

const ROWS = ['row-fee', 'row-letter', 'row-night'] as const;

/** Of three rows, the first is right at once, the second is mended, and the third stays wrong. */
const BOARD = [
  answered('row-fee', true),
  answered('row-letter', false, true),
  answered('row-night', false, true),
  answered('row-letter', true),
  answered('row-night', false),
];

const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

describe('a lesson with a board', () => {
  const status = (...entries: readonly NewEntry[]) =>
    lessonStatus(kinds, foldAll(logOf(...entries)));

  test('counts its steps, and every row as a question', () => {
    expect(status()).toMatchObject({ state: 'new', steps: 8, step: 0, checks: 7, answered: 0 });
  });

  test('is at the number of the board while the board is sorted', () => {
    const begun = status(start(), at('steps'), answered('row-fee', true));
    expect(begun).toMatchObject({ state: 'started', step: 5, answered: 1, correct: 1 });
  });

  test('counts first answers: a mended row is not right on the first try', () => {
    expect(status(start(), at('steps'), ...BOARD)).toMatchObject({ answered: 3, correct: 1 });
  });

  test('is at the board in practice, which asks a row alone', () => {
    expect(status(start(['row-night']), at('row-night'))).toMatchObject({ step: 5 });
  });

  test('is done at its end if every row has an answer, and else continues at the board', () => {
    const all = kinds.checks.map((check) => answered(check, true));
    expect(status(start(), ...all, at('end'))).toMatchObject({ state: 'done', correct: 7 });
    const withoutLast = all.filter((entry) => entry.k !== 'answer' || entry.check !== 'row-night');
    expect(status(start(), ...withoutLast, at('end'))).toMatchObject({
      ...{ state: 'started', step: 5, answered: 6 },
    });
  });

  test('is new again after a reset, which hides its rows', () => {
    const reset: NewEntry = { k: 'reset', lesson: 'kinds', checks: kinds.checks };
    const log = logOf(start(), at('steps'), ...BOARD, reset);
    expect(lessonStatus(kinds, foldAll(log))).toMatchObject({ state: 'new', answered: 0 });
    const undo: LogEntry = { k: 'reset', undo: 'e7', id: 'u', t: 99 };
    expect(lessonStatus(kinds, foldAll([...log, undo]))).toMatchObject({ answered: 3 });
  });
});

describe('the rows of a board', () => {
  const progress = foldAll(logOf(start(), at('steps'), ...BOARD));

  test('are missed by their first answer, and open by their latest', () => {
    expect(ids(missedChecks(kinds, progress))).toEqual(['row-letter', 'row-night']);
    expect(ids(openMisses(kinds, progress))).toEqual(['row-night']);
    expect(ids(unanswered(kinds, progress))).toEqual(['who', 'sentences', 'words', 'why']);
  });

  test('come first among the misses if the learner was certain in a review', () => {
    const review: LogEntry = {
      ...{ k: 'review', id: 'r', t: 99, check: 'row-night', choice: 'done', right: false },
      ...{ certainty: 'certain', course: '0', offset: 0 },
    };
    const reviewed = foldAll([...logOf(start(), at('steps'), ...BOARD), review]);
    expect(ids(missedChecks(kinds, reviewed))).toEqual(['row-night', 'row-letter']);
  });
});

describe('an exercise with boards', () => {
  const exercise: Exercise = {
    room: { code: 'TUESDAY', lessons: ['kinds', 'closed'], minutes: 0, feedback: 'later' },
    person: { id: '0Q5TR4J44J6E', name: 'Ada', named: true },
    exercise: '0123abcd',
  };
  const number = (lesson: Lesson, step: string) =>
    questionNumber(course.index, exercise, lesson.id, step);

  test('numbers each row as a question: a board has the number of its first row', () => {
    const of = kinds.checks.length + closed.checks.length;
    expect(of).toBe(11);
    expect(number(kinds, 'example')).toEqual({ number: 1, of });
    expect(number(kinds, 'who')).toEqual({ number: 1, of });
    expect(number(kinds, 'steps')).toEqual({ number: 3, of });
    expect(number(kinds, 'read-2')).toEqual({ number: 6, of });
    expect(number(kinds, 'words')).toEqual({ number: 6, of });
    expect(number(closed, 'steps-later')).toEqual({ number: 9, of });
    expect(number(closed, 'why-later')).toEqual({ number: 11, of });
  });

  test('counts the first answers to rows, and hands their choices in', () => {
    const log = logOf(
      ...ROWS.map((row) => answered(row, row === 'row-fee')),
      answered('who', true),
    );
    const progress = foldAll(log);
    expect(exerciseScore(course.index, progress, exercise)).toEqual({
      ...{ answered: 4, right: 2, of: 11 },
    });
    expect([...firstChoices(progress)]).toEqual([
      ['row-fee', 'right'],
      ['row-letter', 'wrong'],
      ['row-night', 'wrong'],
      ['who', 'right'],
    ]);
  });
});
