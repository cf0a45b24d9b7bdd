import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { exportText, readExport } from '../../../src/core/log/export-file.js';
import { lineOf } from '../../../src/core/log/line.js';
import { missingFrom } from '../../../src/core/log/merge.js';
import { parseLog } from '../../../src/core/log/parse.js';
import { foldAll, foldOnto } from '../../../src/core/progress/fold.js';
import type { LessonAttempt } from '../../../src/core/progress/progress.js';
import { progressFrom, storedProgress } from '../../../src/core/progress/snapshot.js';
import { answer } from '../../support/any-log.js';

const DAY = 24 * 3_600_000;

const start = (t: number): LogEntry => ({ id: `s${t}`, t, k: 'start', lesson: 'first', seed: 'x' });

const miss = (t: number, choice = 'b'): LogEntry =>
  answer({ id: `m${t}`, t }, { choice, right: false, again: true });

const second = (t: number, right: boolean): LogEntry =>
  answer({ id: `n${t}`, t }, { choice: right ? 'a' : 'c', right });

const showsAnswer = (t: number, step = 'who'): LogEntry => ({
  ...{ id: `w${t}`, t, k: 'at', lesson: 'first', step, shown: true },
});

const attemptIn = (log: readonly LogEntry[]): LessonAttempt | undefined =>
  foldAll(log).attempts.first;

const MENDED = [start(1), miss(2), second(3, true)];

describe('a second answer', () => {
  test('is kept beside the first, which still counts', () => {
    expect(attemptIn(MENDED)).toEqual({
      ...{ seed: 'x', step: '' },
      answers: { who: { choice: 'b', right: false, t: 2, again: true } },
      seconds: { who: { choice: 'a', right: true, t: 3 } },
    });
    expect(foldAll(MENDED).checks.get('who')).toMatchObject({
      first: { choice: 'b', right: false },
      last: { choice: 'a', right: true },
      tries: 2,
    });
  });

  test('is the first one after the miss, not a later one', () => {
    const log = [...MENDED, second(4, false)];
    expect(attemptIn(log)?.seconds?.who?.choice).toBe('a');
  });

  test('is none if the first answer was right, or did not allow another', () => {
    const first = answer({ id: 'a', t: 2 }, { choice: 'b', right: false });
    expect(attemptIn([start(1), first, second(3, true)])).not.toHaveProperty('seconds');
  });

  test('belongs to its attempt: a new one begins with none, and shows no answer', () => {
    const again = attemptIn([...MENDED, showsAnswer(4), start(5)]);
    expect(again).toEqual({ seed: 'x', step: '', answers: {} });
  });

  test('does not change the answers of a progress that is continued', () => {
    const before = foldAll([start(1), miss(2), miss(3), start(4), miss(5)]);
    const copy = JSON.stringify(storedProgress(before));
    foldOnto(before, [second(6, true), showsAnswer(7)]);
    expect(JSON.stringify(storedProgress(before))).toBe(copy);
  });

  test('does not say anything about memory: only the first answer of a day does', () => {
    const memory = (log: readonly LogEntry[]) => foldAll(log).checks.memoryOf('who');
    expect(memory(MENDED)).toEqual(memory([start(1), miss(2)]));
  });
});

describe('a miss that the learner was certain about', () => {
  const sure = answer(
    { id: 'a', t: 2 },
    { choice: 'b', right: false, again: true, certainty: 'certain' },
  );
  const isSurelyMissed = (...log: LogEntry[]): boolean | undefined =>
    foldAll([start(1), ...log]).checks.get('who')?.recall.surelyMissed;

  test('still comes first in the next review after a second answer', () => {
    expect(isSurelyMissed(sure)).toBe(true);
    expect(isSurelyMissed(sure, second(3, true))).toBe(true);
    expect(isSurelyMissed(sure, second(3, false))).toBe(true);
  });

  test('is over with a later answer that is no second look', () => {
    expect(isSurelyMissed(sure, second(3, true), start(4), second(5, true))).toBe(false);
  });

  test('does not come of a second answer after a guess', () => {
    expect(isSurelyMissed(miss(2), second(3, false))).toBe(false);
  });
});

describe('an answer that the learner asked to see', () => {
  test('is noted with its step, once for each time', () => {
    const log = [start(1), miss(2), showsAnswer(3), showsAnswer(4, 'board')];
    expect(attemptIn(log)).toMatchObject({ step: 'board', shown: ['who', 'board'] });
  });

  test('is none if the field says no, as a later version may write it', () => {
    const entry = { ...showsAnswer(3), shown: false } as unknown as LogEntry;
    expect(attemptIn([start(1), miss(2), entry])).not.toHaveProperty('shown');
  });
});

describe('a summary with second answers and shown answers', () => {
  const log = [...MENDED, showsAnswer(4)];
  const stored = () => JSON.parse(JSON.stringify(storedProgress(foldAll(log))));
  type Stored = { attempts: { first: Record<string, unknown> } };
  const changed = (fields: Record<string, unknown>): unknown => {
    const all: Stored = stored();
    return { ...all, attempts: { first: { ...all.attempts.first, ...fields } } };
  };

  test('holds one array for an answer, and is the same progress after reading', () => {
    expect(stored().attempts.first).toEqual({
      ...{ seed: 'x', step: 'who', visited: ['who'], shown: ['who'] },
      answers: [['who', 'b', false, 2, true]],
      seconds: [['who', 'a', true, 3]],
    });
    expect(progressFrom(stored())).toEqual(foldAll(log));
  });

  test.each([
    ['seconds', {}],
    ['seconds', [['who', 'a', 'yes', 3]]],
    ['seconds', [['who', 'a', true]]],
    ['answers', [['who', 'b', false, 2, 'yes']]],
    ['answers', [['who', 'b', false, 2, false]]],
    ['shown', 'who'],
    ['shown', [1]],
    ['shown', ['']],
  ])('is not read if %s is %j', (field, value) => {
    expect(progressFrom(changed({}))).toBeDefined();
    expect(progressFrom(changed({ [field]: value }))).toBeUndefined();
  });
});

describe('the log keeps the fields', () => {
  const LOG = [...MENDED, showsAnswer(4), start(5 * DAY)];
  const later = { ...miss(9), mood: 'curious', nested: { a: [1] } } as unknown as LogEntry;

  test('in its lines, with those that only a later version knows', () => {
    const { entries, damaged } = parseLog([...LOG, later].map(lineOf).join('\n'));
    expect(entries).toEqual([...LOG, later]);
    expect(damaged).toBe(0);
    expect(foldAll([...LOG, later])).toEqual(foldAll(entries));
  });

  test('in an export, and in what an import adds', () => {
    expect(readExport(exportText('kinds', [...LOG, later]), 'kinds')).toEqual({
      entries: [...LOG, later],
    });
    const own = [start(0), answer({ id: 'own', t: 1 })];
    expect(missingFrom(own, LOG)).toEqual(LOG);
    expect(attemptIn([...own, ...missingFrom(own, LOG.slice(0, -1))])).toMatchObject({
      seconds: { who: { choice: 'a' } },
      shown: ['who'],
    });
  });

  test.each([{ again: 'yes' }, { again: 1 }, { k: 'at', step: 'who', shown: 'yes' }])(
    'and counts a line as damaged if one has another type: %j',
    (change) => {
      const line = JSON.stringify({ ...miss(2), ...change });
      expect(parseLog(line)).toMatchObject({ entries: [], damaged: 1 });
    },
  );
});

/** Version 0.1.0 knows none of the fields and ignores them, as this version ignores those of a later one. */
test('without the new fields, the counts of a log are the same', () => {
  const log = [...MENDED, showsAnswer(4)];
  const old = log.map((entry) => {
    const { again: _a, shown: _s, ...known } = entry as LogEntry & { again?: true; shown?: true };
    return known as LogEntry;
  });
  const counts = (all: readonly LogEntry[]) => {
    const { first, last, tries } = foldAll(all).checks.get('who') ?? {};
    return [first?.choice, first?.right, last?.choice, last?.right, tries];
  };
  expect(counts(old)).toEqual(counts(log));
});
