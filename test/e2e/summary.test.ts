import { describe, expect, test } from 'vitest';
import { checksOf } from '../../src/core/course/lesson.js';
import { lessonOf, pressed } from '../support/learner.js';
import { wentThrough } from '../support/past.js';
import { usingProgram } from '../support/program.js';
import { KEY } from '../support/terminal.js';
import { THREE_SIZES } from '../support/three-sizes.js';

const LAST = lessonOf('no-names');
const MISSED = checksOf(LAST)
  .filter((_, i) => i % 3 === 1)
  .map(({ id }) => id);

describe.each(THREE_SIZES)('at $columns by $rows', (size) => {
  const { begin, data } = usingProgram();

  test('a summary opens with the score and the next lesson in view', async () => {
    wentThrough(data(), [LAST.id], { wrong: MISSED });
    const terminal = begin({ ...size, args: ['learn', LAST.id] });
    await terminal.shows(`${LAST.checks.length - MISSED.length} of ${LAST.checks.length}`);
    expect(terminal.text()).toContain('Worth another look');
    expect(terminal.highlighted()).toContain('Next: ');
    await pressed(terminal, KEY.enter);
    await terminal.shows((now) => !now.text().includes('Next: '));
  });
});
