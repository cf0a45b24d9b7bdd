import { describe, expect, test } from 'vitest';
import { doubtOf } from '../../../src/core/learner-report/doubt.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { pastAnswers } from '../../../src/core/log/past-answers.js';
import { doubtTexts } from '../../../src/core/messages/report.js';
import { answer } from '../../support/any-log.js';
import { lessons } from '../../support/kinds-course.js';

let time = 0;
const stamp = () => {
  time += 1;
  return { id: `e${time}`, t: time };
};

/** "who" has the key `spokesman` and the wrong choice `left-open`; "why" has the key `nothing`, which is open. */
const answered = (check: string, choice: string): LogEntry =>
  answer(stamp(), { check, choice, right: choice === 'spokesman' || choice === 'nothing' });

const reviewed = (check: string, choice: string, mirror = false): LogEntry => ({
  ...{ ...stamp(), k: 'review', check, choice, right: false, course: '0', offset: 0 },
  ...(mirror && { mirror: true }),
});

const counts = (...log: readonly LogEntry[]) => doubtOf(lessons, pastAnswers(log));
const times = (n: number, make: () => LogEntry): LogEntry[] => Array.from({ length: n }, make);

describe('the errors about what the article leaves open', () => {
  test('are counted apart, each of the answers in which it could happen', () => {
    expect(
      counts(
        answered('who', 'left-open'),
        answered('who-later', 'librarian'),
        answered('why', 'money'),
        answered('why-later', 'nothing'),
      ),
    ).toEqual({ takenAsSaid: { count: 1, of: 2 }, overlooked: { count: 1, of: 2 } });
  });

  test('are counted in the first answer of a lesson, not in retries and second looks', () => {
    const log = [answered('why', 'nothing'), answered('why', 'money'), answered('why', 'safety')];
    expect(counts(...log).takenAsSaid).toEqual({ count: 0, of: 1 });
  });

  test('are counted in each review, but not in a reverse question, whose choices are others', () => {
    const log = [
      answered('why', 'nothing'),
      reviewed('why', 'money'),
      reviewed('why', 'key', true),
    ];
    expect(counts(...log).takenAsSaid).toEqual({ count: 1, of: 2 });
  });

  test('are counted anew after a reset', () => {
    const reset: LogEntry = { ...stamp(), k: 'reset', lesson: 'kinds', checks: ['why'] };
    const log = [answered('why', 'money'), { ...reset, ...stamp() }, answered('why', 'nothing')];
    expect(counts(...log).takenAsSaid).toEqual({ count: 0, of: 1 });
  });

  test('cannot happen in a question without the choice "the article does not say"', () => {
    const log = [
      answered('row-fee', 'refused'),
      answered('words', 'second'),
      answered('gone', 'x'),
    ];
    expect(counts(...log)).toEqual({
      takenAsSaid: { count: 0, of: 0 },
      overlooked: { count: 0, of: 0 },
    });
  });

  test('are compared by their shares, from five answers of each kind', () => {
    const enough = [
      ...times(4, () => reviewed('who', 'spokesman')),
      ...times(5, () => reviewed('why', 'nothing')),
    ];
    expect(counts(...enough).moreCommon).toBeUndefined();
    const right = reviewed('who', 'librarian');
    expect(counts(...enough, right).moreCommon).toBe('equal');
    const missed = reviewed('who', 'left-open');
    expect(counts(...enough, missed).moreCommon).toBe('overlooked');
    const taken = times(2, () => reviewed('why', 'money'));
    expect(counts(...enough, missed, ...taken).moreCommon).toBe('taken-as-said');
    // 1 of 5 and 2 of 10
    const twice = times(3, () => reviewed('why', 'nothing'));
    expect(counts(...enough, missed, ...taken, ...twice).moreCommon).toBe('equal');
  });
});

describe('Where I stand', () => {
  test('says nothing about them before the first answer to such a question', () => {
    expect(doubtTexts(counts())).toEqual([]);
  });

  test('says one sentence about each error, and that there are too few answers', () => {
    expect(doubtTexts(counts(answered('why', 'money')))).toEqual([
      'Questions that the story leaves open: in 1 of 1 answer, you chose something not said.',
      'You haven\'t yet answered a question where "does not say" is wrong.',
      'There are too few answers to say which error is more common.',
    ]);
    expect(doubtTexts(counts(answered('who', 'left-open'), reviewed('who', 'spokesman')))).toEqual([
      "You haven't yet answered a question that the story leaves open.",
      'Questions that the story answers: in 1 of 2 answers, you chose "does not say".',
      'There are too few answers to say which error is more common.',
    ]);
  });

  test('says which error is more common', () => {
    const last = (moreCommon: 'taken-as-said' | 'overlooked' | 'equal', count = 1) =>
      doubtTexts({ takenAsSaid: { count, of: 9 }, overlooked: { count, of: 9 }, moreCommon })[2];
    expect(last('taken-as-said')).toContain("choose something that the story doesn't say");
    expect(last('overlooked')).toContain('something that the story does say');
    expect(last('equal')).toBe('Both errors are equally common.');
    expect(last('equal', 0)).toBe("You've made neither error.");
  });
});
