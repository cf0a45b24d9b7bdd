import { describe, expect, test } from 'vitest';
import type { CourseIndex, Lesson } from '../../../src/core/course/course.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { highlightOf, scene } from '../../../src/core/scene/scene.js';
import type { Action } from '../../../src/core/state/action.js';
import { layOut } from '../../../src/ui/layout/fit.js';
import { linesOf } from '../../../src/ui/layout/page.js';
import { seen } from '../../../src/ui/layout/visible.js';
import { textWidth } from '../../../src/ui/layout/window.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { attemptUpTo, DAY } from '../../support/past.js';
import { type Play, play } from '../../support/play.js';
import { lessons, material, course as small } from '../../support/small-course.js';
import { answerTo } from '../../support/stores.js';

const WIDE = { columns: 80, rows: 24 };
const NARROW = { columns: 40, rows: 12 };
const ENTER: Action = { type: 'enter' };

/** The small course, which then has as many entries on home as there can be. */
const course: CourseIndex = { ...small, hasDrill: true };

const session = (log: readonly LogEntry[] = [], of: readonly Lesson[] = lessons, now = 0): Play =>
  play({ of: { index: { ...course, lessons: of }, material, lessons: of }, log, now });

/** The rows in sight in a window, without spaces at their ends. */
function shown(play: Play, size = WIDE): string[] {
  const state = play.state();
  const highlight = highlightOf(state, scene(state));
  const page = pageOf(state, () => material, textWidth(size));
  const { before, items, after } = seen(layOut(page, size, { highlight }, []), highlight);
  const lines = [...before, ...items.flatMap((item) => item.lines), ...after];
  return lines.map(({ spans }) =>
    spans
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );
}

const textOf = (play: Play, size = WIDE): string => shown(play, size).join('\n');

/** A learner who is at the second question of the first lesson, some days ago. */
const HALF = attemptUpTo('two', 'first', [answerTo('one')]);

/** The first lesson is done: one miss, put right later. */
const DONE = attemptUpTo('end', 'first', [
  answerTo('one', false),
  answerTo('two'),
  { ...answerTo('one'), try: 2 },
]);

test('the first start makes a promise and has three entries', () => {
  expect(shown(session())).toEqual([
    'Who said it? Was it done, demanded, or only threatened?',
    'Read a paragraph, answer a question, see the sentence that proves it.',
    '',
    'Start                  lesson 1, 4 minutes',
    'All lessons            2 lessons, about 8 minutes',
    'Join a room            with a code from your facilitator',
    '',
    'Lesson 1: Lesson first. To tell voices apart.',
  ]);
});

describe('home later', () => {
  test('has its entries in groups, and says what the highlighted one is', () => {
    expect(shown(session(HALF, lessons, 30 * DAY))).toEqual([
      'Continue               1 · Lesson first, step 3 of 3',
      'Review                 1 due, about 1 minute',
      '',
      'Lessons                0 of 2 done          ░░░░░░░░░░░░░░░░░░░░',
      expect.stringMatching(/^Who said it\? {11}\S/),
      expect.stringMatching(/^Where I stand {10}\S/),
      expect.stringMatching(/^The story {14}\S/),
      '',
      'Join a room            with a code from your facilitator',
      "Settings and more      settings, who's who, about, quit",
      '',
      'Lesson 1 has 1 question left, about 2 minutes.',
    ]);
  });

  test('says of lessons how many questions are answered, and nothing of learning', () => {
    const later = session(HALF, lessons, 30 * DAY);
    later.do({ type: 'point', at: 2 });
    expect(textOf(later)).toContain('1 of 3 questions answered. The rest takes about 6 minutes.');
    expect(textOf(later)).not.toContain('learned');
  });

  test('says what every entry is', () => {
    const later = session(HALF, lessons, 30 * DAY);
    const count = 'menu' in later.scene() ? 8 : 0;
    for (let at = 0; at < count; at++) {
      later.do({ type: 'point', at });
      expect(shown(later).at(-1)).toMatch(/\.$/);
    }
  });

  test('says where a lesson with a long title goes on, in as many rows as it needs', () => {
    const title = 'The swing bridge, the ferry and the people of the town';
    const long = lessons.map((lesson) => ({ ...lesson, title }));
    const text = textOf(session(HALF, long));
    expect(text).toMatch(/^Continue +1 · The swing bridge/);
    expect(text).toMatch(/step 3 of 3\n/);
    expect(text).not.toContain('…');
  });

  test('has no more than eight entries, also when the course is done and another waits', () => {
    const other = { id: 'mill', title: 'The mill', comesAfter: true };
    const log = [...DONE, ...attemptUpTo('end', 'second', [answerTo('three')])];
    const done = play({ of: { index: course, material, lessons }, log, other });
    const now = done.scene();
    const ids = 'menu' in now ? now.menu.map(({ id }) => id) : [];
    expect(ids.length).toBeLessThanOrEqual(8);
    expect(ids).toContain('join');
    expect(textOf(done)).toContain('The end of the course  your record');
    expect(textOf(done)).not.toContain('…');
  });

  test('fits a small window, with the note of the highlighted entry below its name', () => {
    const later = session(HALF, lessons, 30 * DAY);
    later.do({ type: 'point', at: 1 });
    expect(shown(later, NARROW)).toEqual([
      ...['Continue', 'Review', '1 due, about 1 minute', 'Lessons', 'Who said it?'],
      ...['Where I stand', 'The story', 'Join a room', 'Settings and more'],
    ]);
  });
});

describe('the page of lessons', () => {
  const opened = (log: readonly LogEntry[], of = lessons): Play => {
    const here = session(log, of, 30 * DAY);
    const home = here.scene();
    const menu = 'menu' in home ? home.menu : [];
    here.do({ type: 'point', at: menu.findIndex(({ id }) => id === 'lessons') }, ENTER);
    return here;
  };

  test('shows title, score, what was mended and minutes, and the goal of the highlighted lesson', () => {
    const here = opened(DONE);
    expect(shown(here)).toEqual([
      '1  Lesson first   1 of 2 on first try, 1 mended   4 min',
      '2  Lesson second  1 question                      4 min',
      '',
      'Home',
      '',
      'To tell voices apart. Closed book.',
    ]);
  });

  test('begins at the lesson to continue with, opens it with Enter, and Esc goes home', () => {
    const here = opened(DONE);
    expect(here.state().highlight).toBe(1);
    here.do({ type: 'close' });
    expect(here.at()).toBe('home');
    const again = opened(DONE);
    again.do(ENTER);
    expect(again.at()).toBe('check three');
  });

  test('shows score and goal below the title of the highlighted lesson in a small window', () => {
    const here = opened(DONE);
    here.do({ type: 'point', at: 0 });
    expect(shown(here, NARROW).slice(0, 5)).toEqual([
      '1  Lesson first',
      '   1 of 2 on first try, 1 mended,',
      '   4 min',
      '   To tell voices apart.',
      '2  Lesson second',
    ]);
  });

  test('makes no row that is out of sight', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ ...lessons[0], id: `l${i}` }) as Lesson);
    const here = opened([], many);
    const page = pageOf(here.state(), () => material, 72);
    const later = page.items.filter(({ lines }) => 'make' in lines);
    expect(later).toHaveLength(400);
    for (const { lines } of later.slice(0, 3)) expect(linesOf(lines)).toHaveLength(lines.length);
  });
});
