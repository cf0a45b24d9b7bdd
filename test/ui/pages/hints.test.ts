import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { OpenBoard } from '../../../src/core/scene/board.js';
import { highlightOf, scene } from '../../../src/core/scene/scene.js';
import type { State } from '../../../src/core/state/state.js';
import { hintTexts } from '../../../src/core/views/hints.js';
import { readCourseFolder } from '../../../src/io/course/read-course-folder.js';
import { promptText } from '../../../src/plain/prompt.js';
import { layOut } from '../../../src/ui/layout/fit.js';
import { textWidth } from '../../../src/ui/layout/window.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { inTextCourse } from '../../support/in-text.js';
import { choosing, type Play, play } from '../../support/play.js';
import { sessionInMemory } from '../../support/session-in-memory.js';

const parsed = readCourseFolder(
  fileURLToPath(new URL('../../../lessons/claude-contract', import.meta.url)),
);
if ('problems' in parsed) throw new Error('the course has problems');
const { course } = parsed;

function layoutOf(state: State, size: { columns: number; rows: number }) {
  const page = pageOf(state, () => course.material, textWidth(size));
  const highlight = highlightOf(state, scene(state));
  return { page, ...layOut(page, size, { highlight, scroll: state.scroll }, []) };
}

/** Goes on with the right answer. */
function answer(session: Play): void {
  const now = session.scene();
  if (now.kind === 'check') session.do(...choosing(session, now.step.key));
  else if (now.kind === 'board') sort(session, now);
  else session.do({ type: 'next' });
}

function sort(session: Play, { rows, step: { headings } }: OpenBoard): void {
  for (const { check } of rows)
    session.do({ type: 'put', at: headings.findIndex(({ id }) => id === check.key) });
  session.do({ type: 'enter' });
}

const USUAL = { columns: 80, rows: 24 };
const SMALL = { columns: 40, rows: 12 };

/** Goes through a lesson, and shows both hints at each question. */
function hintsIn(lesson: string, look: (session: Play, ask: () => void) => void): void {
  const session = play({ of: course, lesson });
  for (let now = session.scene(); now.kind !== 'summary'; now = session.scene()) {
    if (now.kind === 'check' || now.kind === 'board')
      look(session, () => session.do({ type: 'hint' }));
    answer(session);
    if (session.scene() === now) throw new Error(`cannot leave ${session.at()}`);
  }
}

const OPEN = course.index.lessons.filter(({ closedBook }) => !closedBook).map(({ id }) => id);

test.each(OPEN)('no hint of %s moves the passage or the question out of view', (lesson) => {
  hintsIn(lesson, (session, ask) => {
    const before = layoutOf(session.state(), USUAL);
    for (const hint of [1, 2]) {
      ask();
      const { showsPassage, lastOffset } = layoutOf(session.state(), USUAL);
      const scrolls = before.lastOffset === 0 && lastOffset > 0;
      const place = [session.at(), hint];
      expect([...place, showsPassage, scrolls]).toEqual([...place, before.showsPassage, false]);
    }
  });
});

test.each(OPEN)('where both hints of %s do not fit, the second replaces the first', (lesson) => {
  hintsIn(lesson, (session, ask) => {
    const now = session.scene();
    if (now.kind !== 'check') return;
    const [where = '', habit] = hintTexts(now.step, course.material);
    ask();
    ask();
    const { after, lastOffset } = layoutOf(session.state(), SMALL);
    const words = after
      .map(({ spans }) => spans.map(({ text }) => text.trim()).join(' '))
      .join(' ');
    if (habit !== undefined && lastOffset > 0) expect(words).not.toContain(where);
  });
});

test('screens and lines offer a hint until the last one is shown', () => {
  const { store } = sessionInMemory(inTextCourse, {
    log: [],
    opening: { does: 'open', lesson: 'the-fee' },
  });
  const context = { store, material: () => inTextCourse.material, inLesson: true, isTyped: true };
  while (scene(store.state()).kind !== 'check') store.dispatch({ type: 'next' });
  const offers = () => [
    pageOf(store.state(), context.material, 76).footer.some(({ keys }) => keys === 'h'),
    /\bh.hint\b/.test(promptText(context)),
  ];
  expect(offers()).toEqual([true, true]);
  store.dispatch({ type: 'hint' });
  expect(offers()).toEqual([true, true]);
  store.dispatch({ type: 'hint' });
  expect(offers()).toEqual([false, false]);
});
