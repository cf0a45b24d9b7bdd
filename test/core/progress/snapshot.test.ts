import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LATEST_TIME } from '../../../src/core/json-shape.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { isIncremental } from '../../../src/core/log/resets.js';
import { emptyProgress, foldAll, foldOnto } from '../../../src/core/progress/fold.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { progressFrom, storedProgress } from '../../../src/core/progress/snapshot.js';
import { answer, anyLog } from '../../support/any-log.js';

/** What a file holds of a progress. */
const written = (progress: Progress) => JSON.parse(JSON.stringify(storedProgress(progress)));

/** A progress after it was written to a file and read again. Throws if it is not read. */
function reread(progress: Progress): Progress {
  const read = progressFrom(written(progress));
  if (!read) throw new Error('the progress was not read');
  return read;
}

const start: LogEntry = { id: 's', t: 1, k: 'start', lesson: 'first', seed: 'x' };

const review: LogEntry = {
  id: 'r',
  t: 3 * 86_400_000,
  k: 'review',
  check: 'who',
  choice: 'b',
  right: false,
  certainty: 'certain',
  course: 'abcdef01',
  offset: 60,
};

describe('the summary', () => {
  test('is the same progress after writing and reading, and continues like it', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(30), (log, cut) => {
        const forward = log.filter(isIncremental);
        const early = foldAll(forward.slice(0, cut));
        const read = reread(early);
        expect(read).toEqual(early);
        expect(foldOnto(read, forward.slice(cut))).toEqual(foldAll(forward));
      }),
    );
  });

  test('is the same when it is written again', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const stored = written(foldAll(log));
        expect(written(reread(foldAll(log)))).toEqual(stored);
      }),
    );
  });

  test('holds one array for a check, and one for an answer of an attempt', () => {
    const stored = written(foldAll([start, answer({ id: 'a', t: 2 }), review]));
    const numbers = [expect.any(Number), expect.any(Number), expect.any(Number)];
    const counts = {
      guess: { right: 0, of: 0 },
      fairly: { right: 0, of: 0 },
      certain: { right: 0, of: 1 },
    };
    const answered = ['a', true, 2, 'a', true, 2, 1];
    expect(stored.checks).toEqual([['who', ...answered, ...numbers, 1, true, counts]]);
    expect(stored.attempts.first.answers).toEqual([['who', 'a', true, 2]]);
  });

  test('holds no certainty counts for a check without any', () => {
    const stored = written(foldAll([answer({ id: 'a', t: 2 })]));
    expect(stored.checks[0]).toHaveLength(13);
  });

  test.each(['__proto__', 'constructor', '\ud800', 'a "b"\n\\', '💬'])(
    'finds a lesson and a check with the id %j',
    (id) => {
      const log: LogEntry[] = [
        { ...start, lesson: id },
        { ...answer({ id: 'a', t: 2 }, { check: id, choice: id }), lesson: id } as LogEntry,
      ];
      const read = reread(foldAll(log));
      expect(read.checks.get(id)?.first).toEqual({ choice: id, right: true, t: 2 });
      expect(Object.keys(read.attempts)).toEqual([id]);
      expect(Object.entries(read.attempts[id]?.answers ?? {})).toEqual([
        [id, { choice: id, right: true, t: 2 }],
      ]);
    },
  );

  test('finds nothing under names that every object has', () => {
    const read = reread(foldAll([start]));
    expect(read.checks.get('constructor')).toBeUndefined();
    expect(read.attempts.constructor).toBeUndefined();
    expect(read.attempts.first?.answers.constructor).toBeUndefined();
  });

  test('holds the latest time that a date can hold', () => {
    const read = reread(foldAll([answer({ id: 'a', t: LATEST_TIME })]));
    expect(read.checks.get('who')?.last.t).toBe(LATEST_TIME);
  });

  test('of nobody is empty', () => {
    expect(reread(emptyProgress)).toEqual(emptyProgress);
  });
});

const FIELDS = [
  'id',
  'firstChoice',
  'firstRight',
  'firstTime',
  'lastChoice',
  'lastRight',
  'lastTime',
  'tries',
  'stability',
  'difficulty',
  'day',
  'reviews',
  'surelyMissed',
  'certaintyCounts',
];

describe('a summary is not read', () => {
  const stored = written(foldAll([start, answer({ id: 'a', t: 2 }), review]));
  const withRow = (row: unknown): unknown => ({ ...stored, checks: [row] });
  const [row] = stored.checks;

  test.each(FIELDS)('when the %s of a check has another type', (field) => {
    const at = FIELDS.indexOf(field);
    for (const other of [null, [], {}, field.endsWith('Right') ? 1 : true])
      if (field !== 'surelyMissed' || other !== true)
        expect(progressFrom(withRow(row.with(at, other)))).toBeUndefined();
  });

  test.each([
    ['an empty id', 'id', ''],
    ['an empty choice', 'lastChoice', ''],
    ['a time before 1970', 'firstTime', -1],
    ['a time after the last date', 'lastTime', LATEST_TIME + 2],
    ['no try', 'tries', 0],
    ['half a try', 'tries', 1.5],
    ['more tries than a number can count', 'tries', 2 ** 53],
    ['an infinite stability', 'stability', JSON.parse('1e999')],
    ['half a day', 'day', 0.5],
    ['counts without one certainty', 'certaintyCounts', { guess: { right: 0, of: 0 } }],
  ])('with %s', (_, field, value) => {
    const changed = withRow(row.with(FIELDS.indexOf(field), value));
    expect(progressFrom(changed)).toBeUndefined();
  });

  test.each([
    ['a check twice', { ...stored, checks: [row, row] }],
    ['a row cut short', withRow(row.slice(0, 12))],
    ['a row that is an object', withRow({ ...row })],
    ['no checks', { ...stored, checks: undefined }],
    ['no attempts', { ...stored, attempts: undefined }],
    ['an attempt without answers', { ...stored, attempts: { first: { seed: '', step: '' } } }],
    ['finished lessons without a time', { ...stored, finished: { first: true } }],
    ['a setting that is no text', { ...stored, settings: { session: 7 } }],
    ['a reset without an id', { ...stored, resets: [{}] }],
    ['an exercise without a room', { ...stored, exercise: {} }],
    ['nothing in it', undefined],
  ])('with %s', (_, value) => {
    expect(progressFrom(value)).toBeUndefined();
  });

  test('and is read without any of these changes', () => {
    expect(progressFrom(stored)).toBeDefined();
  });
});
