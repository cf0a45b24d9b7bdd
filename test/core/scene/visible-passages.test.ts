import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../../src/core/course/course.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { visiblePassages } from '../../../src/core/scene/visible-passages.js';
import type { State } from '../../../src/core/state/state.js';
import { closed, course, kinds } from '../../support/kinds-course.js';
import { play } from '../../support/play.js';

/** The passages to look back at, at a step of a lesson. */
function visibleAt(lesson: Lesson, step: string, log: readonly LogEntry[] = []): string[] {
  const at: State = {
    ...play({ of: course, log }).state(),
    route: { name: 'lesson', lesson, step, more: false },
  };
  return visiblePassages(at, course.material).map(({ id }) => id);
}

describe('the passages that a learner can look back at', () => {
  test('are those of the readings up to the step, also at a board', () => {
    expect(visibleAt(kinds, 'read-1')).toEqual(['p1']);
    expect(visibleAt(kinds, 'who')).toEqual(['p1']);
    expect(visibleAt(kinds, 'steps')).toEqual(['p1']);
    expect(visibleAt(kinds, 'words')).toEqual(['p1', 'p2']);
  });

  test('are those up to the board in practice of a row alone', () => {
    expect(visibleAt(kinds, 'row-night')).toEqual(['p1']);
  });

  test('are all of the lesson at its end', () => {
    expect(visibleAt(kinds, 'end')).toEqual(['p1', 'p2']);
  });

  test('are those that were read, where the lesson has shown none', () => {
    expect(visibleAt(kinds, 'example')).toEqual([]);
    expect(visibleAt(closed, 'end')).toEqual([]);
    const log: LogEntry[] = [
      { k: 'start', id: 'e1', t: 1, lesson: 'kinds', seed: 's' },
      { k: 'at', id: 'e2', t: 2, lesson: 'kinds', step: 'read-1' },
    ];
    expect(visibleAt(closed, 'end', log)).toEqual(['p1']);
  });

  test('are all in a lesson without readings, which may ask about any', () => {
    expect(visibleAt({ ...closed, closedBook: false }, 'steps-later')).toEqual(['p1', 'p2']);
  });
});
