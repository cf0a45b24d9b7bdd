import { expect, test } from 'vitest';
import { homeMenu } from '../../src/core/menu.js';
import { emptyProgress } from '../../src/core/progress.js';
import type { State } from '../../src/core/session.js';
import { linesOf } from '../../src/ui/page.js';
import { homeBody } from '../../src/ui/pages/home.js';
import { course } from '../core/small-course.js';

/** The longer one takes fewer rows: the signs of the other take two columns each. */
const GOALS = [
  `A goal that is as long as a sentence may well be, ${'so '.repeat(18)}.`,
  '新聞'.repeat(50),
];

const state: State = {
  course: {
    ...course,
    lessons: course.lessons.map((lesson, i) => ({ ...lesson, goal: GOALS[i % 2] ?? '' })),
  },
  progress: emptyProgress,
  screen: { name: 'home' },
  today: 0,
  highlight: 0,
  lookUps: {},
  left: false,
};

test.each([36, 72])('nothing on home moves when the highlight does, in %i columns', (width) => {
  const menu = homeMenu(state);
  const bodies = menu.map((_, highlight) =>
    homeBody({ ...state, menu, highlight, isPreview: false }, width),
  );
  const heights = bodies.map(({ items, after }) => [
    ...items.map(({ lines }) => lines.length),
    after.length,
  ]);
  for (const one of heights) expect(one).toEqual(heights[0]);
  const rows = bodies.flatMap(({ items }) => items.map(({ lines }) => lines));
  for (const lines of rows) expect(linesOf(lines)).toHaveLength(lines.length);
});
