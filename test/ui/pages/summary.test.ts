import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { scene } from '../../../src/core/scene/scene.js';
import { lineStreams } from '../../../src/plain/line-streams.js';
import { runLines } from '../../../src/plain/run.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { course as drillCourse } from '../../support/drill-course.js';
import { capturedOutput, session } from '../../support/plain-session.js';

/** The course with this habit to take along from each lesson. */
const withHabit = {
  ...drillCourse,
  lessons: drillCourse.lessons.map((lesson) => ({ ...lesson, habit: 'who' as const })),
};

const TAKE_ALONG = 'Next time, ask: who says this, and how are they named?';

/** The rows of the summary after a lesson with right answers only. */
function summaryRows(course: typeof drillCourse): string[] {
  const { store } = session('by-heart', course);
  const now = scene(store.state());
  if (now.kind !== 'check') throw new Error(`not a question but ${now.kind}`);
  const at = now.choices.findIndex(({ id }) => id === now.step.key);
  for (const action of [{ type: 'point', at }, { type: 'enter' }, { type: 'next' }] as const)
    store.dispatch(action);
  const { before } = pageOf(store.state(), () => course.material, 72);
  return before.map(({ spans }) => spans.map(({ text }) => text).join(''));
}

test('the summary says what to ask next time, right below the score', () => {
  const [score, gap, habit] = summaryRows(withHabit);
  expect([score, gap, habit]).toEqual([expect.stringContaining('1 of 1 right'), '', TAKE_ALONG]);
});

test('the summary of a lesson without a habit has no such line', () => {
  expect(summaryRows(drillCourse).join('\n')).not.toContain('Next time');
});

test('lines say the same, in the same place', async () => {
  const { store } = session('by-heart', withHabit);
  const { output, text } = capturedOutput();
  const now = scene(store.state());
  if (now.kind !== 'check') throw new Error(`not a question but ${now.kind}`);
  const number = now.choices.findIndex(({ id }) => id === now.step.key) + 1;
  const streams = lineStreams(Readable.from([`${number}\n`, '\n']), output);
  const material = () => withHabit.material;
  await runLines({
    material,
    width: 72,
    ascii: false,
    inLesson: true,
    store,
    streams,
    unsaved: () => 0,
  });
  expect(text()).toContain(`1 of 1 right\n\n${TAKE_ALONG}\n`);
});
