import { describe, expect, test } from 'vitest';
import type { LogEntry, NewEntry } from '../../../src/core/log/entry.js';
import { claimsRead } from '../../../src/core/progress/claims-read.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { course, lessons } from '../../support/kinds-course.js';

/** What a learner has read after these entries. The first passage has the claims fee and no-fee. */
function read(...entries: readonly NewEntry[]) {
  const log = entries.map((entry, t): LogEntry => ({ ...entry, id: `e${t}`, t }));
  const { seen, done } = claimsRead(lessons, foldAll(log), course.material);
  return { seen: [...seen], done: [...done] };
}

const start = (only?: readonly string[]): NewEntry => ({
  ...{ k: 'start', lesson: 'kinds', seed: 's' },
  ...(only && { only }),
});
const at = (step: string): NewEntry => ({ k: 'at', lesson: 'kinds', step });

const FIRST = ['fee', 'no-fee'];
const ALL = ['fee', 'no-fee', 'guard', 'night', 'quiet'];

describe('the claims that a learner has read', () => {
  test('are none before the lesson and at its example', () => {
    expect(read()).toEqual({ seen: [], done: [] });
    expect(read(start())).toEqual({ seen: [], done: [] });
    expect(read(start(), at('example'))).toEqual({ seen: [], done: [] });
  });

  test('are those of the readings up to the step, also at a board', () => {
    expect(read(start(), at('read-1')).seen).toEqual(FIRST);
    expect(read(start(), at('steps')).seen).toEqual(FIRST);
    expect(read(start(), at('read-2')).seen).toEqual(ALL);
  });

  test('are those of the readings before the board in practice of a row alone', () => {
    expect(read(start(['row-night']), at('row-night'))).toEqual({ seen: FIRST, done: [] });
  });

  test('stay read if the learner goes back, up to the last answer', () => {
    const answer: NewEntry = {
      ...{ k: 'answer', lesson: 'kinds', check: 'words', choice: 'x', right: true, try: 1 },
      ...{ lookUps: [], course: '0', offset: 0 },
    };
    expect(read(start(), at('words'), answer, at('read-1')).seen).toEqual(ALL);
    expect(read(start(), at('read-2'), at('read-1')).seen).toEqual(FIRST);
  });

  test('are all of a finished lesson, whatever came after', () => {
    const practice = [start(['row-night']), at('row-night')];
    expect(read(start(), at('end'), ...practice)).toEqual({ seen: ALL, done: ALL });
  });
});
