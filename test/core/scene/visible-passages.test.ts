import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../../src/core/course/course.js';
import { visiblePassages } from '../../../src/core/scene/visible-passages.js';
import type { State } from '../../../src/core/state/state.js';
import { closed, course, kinds } from '../../support/kinds-course.js';
import { play } from '../../support/play.js';

/** The passages to look back at, at a step of a lesson. */
function visibleAt(lesson: Lesson, step: string): string[] {
  const at: State = {
    ...play({ of: course }).state(),
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

  test('are all of them at an example, before any reading, and at the end', () => {
    for (const step of ['example', 'end']) expect(visibleAt(kinds, step)).toEqual(['p1', 'p2']);
    expect(visibleAt(closed, 'steps-later')).toEqual(['p1', 'p2']);
  });
});
