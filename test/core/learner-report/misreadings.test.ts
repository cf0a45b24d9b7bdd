import { describe, expect, test } from 'vitest';
import { misreadingCounts } from '../../../src/core/learner-report/misreadings.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { pastAnswers } from '../../../src/core/log/past-answers.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { answer } from '../../support/any-log.js';
import { course, lessons } from '../../support/kinds-course.js';

/** A wrong answer at a time. With `again`, the learner may put it right. */
const wrong = (t: number, check: string, choice: string, again?: true): LogEntry =>
  answer(
    { id: `e${t}`, t },
    { lesson: 'kinds', check, choice, right: false, ...(again && { again }) },
  );

const counts = (...log: readonly LogEntry[]) =>
  misreadingCounts({
    ...{ course: course.index, lessons, material: course.material },
    ...{ progress: foldAll(log), past: pastAnswers(log), today: 0 },
  }).map(({ misreading, count }) => [misreading, count]);

describe('the traps that caught a learner', () => {
  test('include those of rows and of questions in the text', () => {
    const log = [wrong(1, 'row-night', 'refused'), wrong(2, 'words', 'second')];
    expect(counts(...log, wrong(3, 'row-fee', 'refused'))).toEqual([
      ['wrong-measure', 2],
      ['overstated', 1],
    ]);
  });

  test('count a miss once, whatever the second answer to it was', () => {
    const log = [wrong(1, 'who', 'librarian', true), wrong(2, 'who', 'left-open')];
    expect(counts(...log)).toEqual([['wrong-source', 1]]);
  });

  test('count a miss in a later attempt again', () => {
    const log = [
      wrong(1, 'who', 'librarian', true),
      answer({ id: 'e2', t: 2 }, { check: 'who', choice: 'spokesman' }),
      wrong(3, 'who', 'librarian', true),
      wrong(4, 'words', 'second', true),
    ];
    expect(counts(...log)).toEqual([
      ['wrong-source', 2],
      ['overstated', 1],
    ]);
  });
});

test('a miss in a later attempt counts after one whose answer the learner asked to see', () => {
  const log = [wrong(1, 'who', 'librarian', true), wrong(2, 'who', 'librarian', true)];
  expect(counts(...log, wrong(3, 'who', 'left-open'))).toEqual([['wrong-source', 2]]);
});

describe('a miss that may still be put right', () => {
  const start: LogEntry = { k: 'start', id: 'e0', t: 0, lesson: 'kinds', seed: 's' };
  const miss = wrong(1, 'who', 'librarian', true);
  const rowMiss = wrong(2, 'row-night', 'refused', true);

  test('is not among the traps yet, because its true statement would be the answer', () => {
    expect(counts(start, miss, rowMiss)).toEqual([]);
  });

  test('is among them after the second answer, or once the answer was shown', () => {
    const second = answer(
      { id: 'e3', t: 3 },
      { lesson: 'kinds', check: 'who', choice: 'spokesman' },
    );
    const shown: LogEntry = {
      k: 'at',
      id: 'e4',
      t: 4,
      lesson: 'kinds',
      step: 'steps',
      shown: true,
    };
    expect(counts(start, miss, rowMiss, second)).toEqual([['wrong-source', 1]]);
    expect(counts(start, miss, rowMiss, second, shown)).toEqual([
      ['wrong-source', 1],
      ['wrong-measure', 1],
    ]);
  });
});
