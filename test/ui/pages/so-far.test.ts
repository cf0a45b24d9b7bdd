import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { lineStreams } from '../../../src/plain/line-streams.js';
import { runLines } from '../../../src/plain/run.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { course as drillCourse } from '../../support/drill-course.js';
import { capturedOutput, session } from '../../support/plain-session.js';

const SO_FAR = 'The ferrymen want another lamp.';

/** Two lessons. The second begins with a question, and says what the first has told. */
const course = {
  ...drillCourse,
  lessons: drillCourse.lessons.map((lesson) => ({ ...lesson, soFar: SO_FAR })),
};

test('what came before is above the question that a lesson begins with', () => {
  const { store } = session('by-heart', course);
  const { before } = pageOf(store.state(), () => course.material, 72);
  const rows = before.map(({ spans }) => spans.map(({ text }) => text).join(''));
  expect(rows.slice(0, 3)).toEqual(['So far', SO_FAR, '']);
});

test('lines say it before that question, too', async () => {
  const { store } = session('by-heart', course);
  const { output, text } = capturedOutput();
  const streams = lineStreams(Readable.from([]), output);
  const material = () => course.material;
  const plain = { material, width: () => 72, ascii: false, inLesson: true, unsaved: () => 0 };
  await runLines({ ...plain, store, streams });
  expect(text()).toContain(`So far\n${SO_FAR}\n`);
});
