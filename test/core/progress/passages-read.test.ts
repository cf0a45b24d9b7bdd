import { describe, expect, test } from 'vitest';
import type { LogEntry, NewEntry } from '../../../src/core/log/entry.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { passagesRead } from '../../../src/core/progress/passages-read.js';
import { lessons } from '../../support/kinds-course.js';

/** What a learner has read after these entries. */
function read(...entries: readonly NewEntry[]): string[] {
  const log = entries.map((entry, t): LogEntry => ({ ...entry, id: `e${t}`, t }));
  return [...passagesRead(lessons, foldAll(log))];
}

const start = (only?: readonly string[]): NewEntry => ({
  ...{ k: 'start', lesson: 'kinds', seed: 's' },
  ...(only && { only }),
});
const at = (step: string): NewEntry => ({ k: 'at', lesson: 'kinds', step });

const FIRST = ['p1'];
const ALL = ['p1', 'p2'];

describe('the passages that a learner has read', () => {
  test('are none before the lesson and at its example', () => {
    expect(read()).toEqual([]);
    expect(read(start())).toEqual([]);
    expect(read(start(), at('example'))).toEqual([]);
  });

  test('are those of the readings up to the step, also at a board', () => {
    expect(read(start(), at('read-1'))).toEqual(FIRST);
    expect(read(start(), at('steps'))).toEqual(FIRST);
    expect(read(start(), at('read-2'))).toEqual(ALL);
  });

  test('are those of the readings before the board in practice of a row alone', () => {
    expect(read(start(['row-night']), at('row-night'))).toEqual(FIRST);
  });

  test('stay read if the learner goes back, with and without an answer', () => {
    const answer: NewEntry = {
      ...{ k: 'answer', lesson: 'kinds', check: 'words', choice: 'x', right: true, try: 1 },
      ...{ lookUps: [], course: '0', offset: 0 },
    };
    expect(read(start(), at('words'), answer, at('read-1'))).toEqual(ALL);
    expect(read(start(), at('read-2'), at('read-1'))).toEqual(ALL);
    expect(read(start(), at('read-2'), at('steps'), at('read-1'))).toEqual(ALL);
  });

  test('are all of a finished lesson, whatever came after', () => {
    const practice = [start(['row-night']), at('row-night')];
    expect(read(start(), at('end'), ...practice)).toEqual(ALL);
  });
});
