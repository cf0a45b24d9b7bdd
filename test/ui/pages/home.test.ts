import { expect, test } from 'vitest';
import { homeText } from '../../../src/core/messages/home.js';
import { emptyProgress, foldAll } from '../../../src/core/progress/fold.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { homeMenu } from '../../../src/core/scene/menu.js';
import type { State } from '../../../src/core/state/state.js';
import { layOut } from '../../../src/ui/layout/fit.js';
import { linesOf } from '../../../src/ui/layout/page.js';
import { homePage } from '../../../src/ui/pages/home.js';
import { course } from '../../support/small-course.js';
import { answerTo } from '../../support/stores.js';

/** The first has more characters but fewer rows, because each character of the second takes two columns. */
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
  route: { name: 'home' },
  today: 0,
  highlight: 0,
  lookUps: {},
  hints: {},
  hasQuit: false,
};

test.each([36, 72])('moving the highlight on home moves no row, in %i columns', (width) => {
  const menu = homeMenu(state);
  const bodies = menu.map((_, highlight) =>
    homePage({ ...state, menu, highlight, isPreview: false }, width),
  );
  const heights = bodies.map(({ items, after, last }) => [
    ...items.map(({ lines }) => lines.length),
    after.length,
    last?.length,
  ]);
  for (const rowCounts of heights) expect(rowCounts).toEqual(heights[0]);
  const rows = bodies.flatMap(({ items }) => items.map(({ lines }) => lines));
  for (const lines of rows) expect(linesOf(lines)).toHaveLength(lines.length);
});

const answeredOf = (count: number): Progress =>
  foldAll(
    course.lessons
      .flatMap(({ id, checks }) => checks.map((check) => ({ ...answerTo(check), lesson: id })))
      .slice(0, count)
      .map((answer, n) => ({ ...answer, id: `a${n}`, t: 1000 + n })),
  );

test('the words for remaining work fit their reserved rows, at any width', () => {
  const all = course.lessons.reduce((sum, { checks }) => sum + checks.length, 0);
  for (let width = 36; width <= 72; width += 1)
    for (let count = 0; count <= all; count += 1) {
      const progress = answeredOf(count);
      const { last } = homePage(
        { ...state, progress, menu: [], highlight: 0, isPreview: false },
        width,
      );
      const rows = last ? linesOf(last) : [];
      expect(rows).toHaveLength(last?.length ?? -1);
      const words = rows
        .flatMap(({ spans }) => spans.map(({ text }) => text))
        .join(' ')
        .trim();
      expect(words.replace(/ +/g, ' ')).toBe(homeText(state.course, progress, false));
    }
});

test('home in a small window leaves out the goals before anything scrolls', () => {
  const menu = homeMenu(state).slice(0, 4);
  const page = {
    ...homePage({ ...state, menu, highlight: 0, isPreview: false }, 36),
    id: 'home',
    title: '',
    where: '',
    whereShort: '',
  };
  const rows = (height: number) =>
    layOut(page, { columns: 40, rows: height }, { highlight: 0 }, []);
  expect(rows(30).after.length).toBeGreaterThan(0);
  expect(rows(12).after.filter(({ spans }) => spans.length > 0)).toEqual([]);
});
