import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { orderedChoices } from '../../../src/core/choice-order.js';
import { scene } from '../../../src/core/scene/scene.js';
import { lineStreams } from '../../../src/plain/line-streams.js';
import { runLines } from '../../../src/plain/run.js';
import { layOut } from '../../../src/ui/layout/fit.js';
import { seen } from '../../../src/ui/layout/visible.js';
import { textWidth } from '../../../src/ui/layout/window.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { atBoard, boardCourse } from '../../support/board-course.js';
import { course as drillCourse } from '../../support/drill-course.js';
import { attemptAt, stampsFrom } from '../../support/past.js';
import { capturedOutput, runTyped, session } from '../../support/plain-session.js';
import { sessionInMemory } from '../../support/session-in-memory.js';
import { shippedCourse } from '../../support/shipped-course.js';

function failed(): never {
  throw new Error('no lesson');
}

/** The course with this habit to take along from each lesson. */
const withHabit = {
  ...drillCourse,
  lessons: drillCourse.lessons.map((lesson) => ({ ...lesson, habit: 'who' as const })),
};

const TAKE_ALONG = 'Remember to ask: who says this, and how are they named?';

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

test('the summary names the question to keep, right below the score', () => {
  const [score, gap, habit] = summaryRows(withHabit);
  expect([score, gap, habit]).toEqual([
    expect.stringContaining('1 of 1 on first try'),
    '',
    TAKE_ALONG,
  ]);
});

test('the summary of a lesson without a habit has no such line', () => {
  expect(summaryRows(drillCourse).join('\n')).not.toContain('to keep');
});

test.each([
  [80, 24],
  [40, 12],
])('at %i by %i, a summary with many misses shows the score and the next step', (columns, rows) => {
  const course = shippedCourse();
  const [first = failed()] = course.index.lessons;
  const log = attemptAt(course.lesson(first.id), stampsFrom(0, 'past'), { wrong: first.checks });
  const { store } = sessionInMemory(
    { index: course.index, material: course.material(), lessons: [course.lesson(first.id)] },
    { log, opening: { does: 'open', lesson: first.id } },
  );
  const size = { columns, rows };
  const page = pageOf(store.state(), course.material, textWidth(size));
  const layout = layOut(page, size, { highlight: 0, scroll: 0 }, []);
  expect(layout.lastOffset).toBeGreaterThan(0);
  const { before, items, highlight } = seen(layout, 0);
  expect(before[0]?.spans[0]?.text).toContain('on first try');
  expect([highlight, items[0]?.id]).toEqual([0, 'next']);
  expect(page.footer.map(({ keys, label }) => `${keys} ${label}`)).toContain('enter open');
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
    width: () => 72,
    ascii: false,
    inLesson: true,
    store,
    streams,
    unsaved: () => 0,
  });
  expect(text()).toContain(`1 of 1 on first try\n\n${TAKE_ALONG}\n`);
});

test('the score says how many misses were mended, on screen and in lines', async () => {
  const board = atBoard();
  board.handIn(3, 2, 4, 4);
  board.handIn(1, 3);
  board.do({ type: 'next' });
  const question = board.scene();
  if (question.kind !== 'check') throw new Error(board.at());
  const { step, choices } = question;
  const at = choices.findIndex(({ id }) => id === step.key);
  board.do({ type: 'point', at }, { type: 'enter' }, { type: 'next' });
  expect(board.scene().kind).toBe('summary');
  const { before } = pageOf(board.store.state(), () => boardCourse.material, 72);
  expect(before[0]?.spans[0]?.text.trim()).toBe('3 of 5 on first try, 2 mended');
  expect(before[0]?.spans.map(({ text }) => text).join('')).toContain('██████▒▒▒▒');

  const number = orderedChoices(step, 'a').findIndex(({ id }) => id === step.key) + 1;
  const typed = ['', '', '3', '2', '4', '4', '', '1', '3', '', '', `${number}`, ''];
  const { text } = await runTyped(typed, { lesson: 'steps', of: boardCourse });
  expect(text).toContain('\n3 of 5 on first try, 2 mended\n');
});
