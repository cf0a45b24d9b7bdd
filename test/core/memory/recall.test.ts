import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { sumOf } from '../../../src/core/memory/recall.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { answer } from '../../support/any-log.js';

const DAY = 24 * 3_600_000;

const review = (day: number, right: boolean, certainty?: 'guess' | 'certain'): LogEntry => ({
  k: 'review',
  id: `r${day}`,
  t: day * DAY,
  check: 'who',
  choice: 'a',
  right,
  course: 'abcdef01',
  offset: 60,
  ...(certainty && { certainty }),
});

const first = {
  ...answer({ id: 'a', t: DAY }, { right: false }),
  certainty: 'certain',
} as LogEntry;

const recallIn = (log: readonly LogEntry[]) => foldAll(log).checks.get('who')?.recall;

describe('the recall of a check', () => {
  test('counts reviews, and answers by certainty', () => {
    const recall = recallIn([first, review(2, true, 'guess'), review(5, true, 'certain')]);
    expect(recall?.reviews).toBe(2);
    expect(recall?.certaintyCounts).toEqual({
      guess: { right: 1, of: 1 },
      fairly: { right: 0, of: 0 },
      certain: { right: 1, of: 2 },
    });
    expect(
      sumOf([recall, recall].flatMap((counted) => counted?.certaintyCounts ?? [])).certain,
    ).toEqual({
      right: 2,
      of: 4,
    });
  });

  test('remembers a wrong answer that was certain until a right answer follows', () => {
    expect(recallIn([first])?.surelyMissed).toBe(true);
    expect(recallIn([first, review(2, true)])?.surelyMissed).toBe(false);
    expect(recallIn([first, review(2, false, 'guess')])?.surelyMissed).toBe(false);
  });

  test('is weaker if the learner looked something up', () => {
    const right = { ...first, right: true } as LogEntry;
    const looked = { ...right, lookUps: ['hint'] } as LogEntry;
    const stability = (entry: LogEntry) => recallIn([entry])?.memory.stability ?? 0;
    expect(stability(looked)).toBeLessThan(stability(right));
  });

  test('ignores a certainty that it does not know', () => {
    const later = { ...first, right: true, certainty: 'almost' } as unknown as LogEntry;
    const plain = answer({ id: 'a', t: DAY });
    expect(recallIn([later])).toEqual(recallIn([plain]));
  });

  test('disappears when a reset hides the answers, and ignores later reviews', () => {
    const reset: LogEntry = { k: 'reset', id: 'x', t: 3 * DAY, lesson: 'first', checks: ['who'] };
    expect(recallIn([first, review(2, true), reset])).toBeUndefined();
    expect(recallIn([first, reset, review(5, true)])).toBeUndefined();
  });
});
