import { describe, expect, test } from 'vitest';
import { checksOf } from '../../src/core/course/lesson.js';
import { lessonOf, moveTo, pressed } from '../support/learner.js';
import { wentThrough } from '../support/past.js';
import { SIZES, usingProgram } from '../support/program.js';
import { shippedCourse } from '../support/shipped-course.js';
import { KEY } from '../support/terminal.js';

const LESSONS = shippedCourse().index.lessons.map(({ id }) => id);
const LAST = lessonOf('no-names');
const MISSED = checksOf(LAST)
  .filter((_, i) => i % 3 === 1)
  .map(({ id }) => id);

describe.each([...SIZES, { columns: 120, rows: 40 }])('at $columns by $rows', (size) => {
  const { begin, beginHere, data } = usingProgram();

  test('a summary opens with the score in view, and Enter scrolls to the menu before it opens', async () => {
    wentThrough(data(), [LAST.id], { wrong: MISSED });
    const terminal = begin({ ...size, args: ['learn', LAST.id] });
    await terminal.shows(`${LAST.checks.length - MISSED.length} of ${LAST.checks.length}`);
    expect(terminal.text()).toContain('Worth another look');
    for (let i = 0; i < 5 && !terminal.text().includes('❯'); i++)
      await pressed(terminal, KEY.enter);
    expect(terminal.highlighted()).toContain('Next: ');
    await pressed(terminal, KEY.enter);
    await terminal.shows((now) => !now.text().includes('Next: '));
  });

  test('the end of the course shows the score first, then the record and the questions', async () => {
    wentThrough(data(), LESSONS, { wrong: MISSED });
    const terminal = beginHere({ ...size, args: ['--no-color'] });
    await terminal.shows('The end of the course');
    await pressed(terminal, KEY.enter);
    await terminal.shows("You've answered all");
    await terminal.shows(/Weakest .* \d+ of \d+/);
    await moveTo(terminal, 'Your record');
    await pressed(terminal, KEY.enter);
    await terminal.shows('(¶1).');
    await pressed(terminal, KEY.esc);
    await moveTo(terminal, "today's paper");
    await pressed(terminal, KEY.enter);
    await terminal.shows('Who says this');
    terminal.press(KEY.end);
    await terminal.shows('questions.html');
    await pressed(terminal, KEY.esc);
    expect(terminal.highlighted()).toContain("today's paper");
  });
});
