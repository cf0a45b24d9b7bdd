import { expect, test } from 'vitest';
import { runHere } from '../support/in-process.js';
import { wentThrough } from '../support/past.js';
import { usingProgram } from '../support/program.js';
import { shippedCourse } from '../support/shipped-course.js';

const { data } = usingProgram();

test('lines show the end of the course, the record and the five questions', async () => {
  wentThrough(
    data(),
    shippedCourse().index.lessons.map(({ id }) => id),
    { wrong: ['how-wide'] },
  );
  const args = ['--plain', '--data-dir', data()];
  const { code, out } = await runHere(args, { input: '1\n1\n3\nq\n' });
  expect(code).toBe(0);
  expect(out).toContain('\n1. The end of the course: your record, and ');
  expect(out).toMatch(/\nThe end of the course\n\nYou've answered all \d+ questions: /);
  expect(out).toContain('\n1. Your record: who said, demanded and threatened what\n');
  expect(out).toContain('\nYour record\n\nAnthropic\n• Anthropic has said');
  expect(out).toContain('\n• Who says this, and how are they named?\n  Choose a statement.');
  expect(out).toMatch(/quit the program and type:\n\S.* checklist today\.html\n/);
  // Each page that was opened from the end of the course comes back to it.
  expect(out.match(/\nThe end of the course\n/g)).toHaveLength(3);
});
