import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../src/core/log/entry.js';
import { emptyProgress, foldAll } from '../src/core/progress/fold.js';
import { type Scene, scene } from '../src/core/scene/scene.js';
import { createSessionStore, type SessionStore } from '../src/core/session/session-store.js';
import { start } from '../src/core/session/start.js';
import type { SessionContext } from '../src/core/state/context.js';
import { verdictView } from '../src/core/views/verdict.js';
import type { OpenCourse } from '../src/io/course/open-course.js';
import { openCourseFolder } from '../src/io/course/read-course-folder.js';
import { layOut } from '../src/plain/block.js';
import { moreBlocks, verdictBlocks } from '../src/plain/pages/verdict.js';
import { pageOf } from '../src/ui/pages/page.js';

const SHIPPED = fileURLToPath(new URL('../lessons/claude-contract', import.meta.url));
const course = openCourseFolder(SHIPPED);

/** A session in the first lesson of the course with its log in memory. */
function sessionOf({ index, lesson, material }: OpenCourse): SessionStore {
  const log: NewEntry[] = [];
  const context: SessionContext = {
    lesson,
    seed: () => 'words',
    now: () => 0,
    offset: () => 0,
    material,
    history: () => [],
  };
  const persist = (events: readonly NewEntry[]) => {
    log.push(...events);
    return foldAll(log.map((entry, i) => ({ ...entry, id: `${i}`, t: i })));
  };
  const first = { does: 'open', lesson: index.lessons[0]?.id ?? '' } as const;
  const opening = start(index, emptyProgress, context, first);
  return createSessionStore(opening, { context, persist, news: () => ({}) });
}

/** The words without marks. Lines have stars around the words that decide, also before a full stop. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll('*', '')
    .replace(/[✓✗▌•·]/g, ' ')
    .replace(/^ *(\d)\./gm, '$1')
    .split(/\s+/)
    .filter(Boolean);

type VerdictTexts = { readonly screen: string; readonly lines: string };

function verdictTexts(store: SessionStore, withMore: boolean): VerdictTexts | undefined {
  const state = store.state();
  const now = scene(state);
  if (now.kind !== 'verdict') return undefined;
  const view = verdictView(now, state, course.material());
  const { before, after } = pageOf(state, course.material, 72);
  const rows = [...before, ...after];
  const screen = rows.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n');
  const blocks = [...verdictBlocks(view), ...(withMore ? moreBlocks(view.more) : [])];
  return {
    screen: wordsOf(screen).join(' '),
    lines: wordsOf(layOut(blocks, 72)).join(' '),
  };
}

const mayLookAgain = (now: Scene): boolean =>
  now.kind === 'second-look' || (now.kind === 'board' && now.again);

/**
 * Answers every check of the lesson with the choice at this position, sees the answer after a miss, and returns the texts
 * of each verdict.
 */
function verdictsWith(choice: number): VerdictTexts[] {
  const store = sessionOf(course);
  const found: VerdictTexts[] = [];
  while (scene(store.state()).kind !== 'summary') {
    const now = scene(store.state());
    if (now.kind === 'check') store.dispatch({ type: 'point', at: choice });
    if (now.kind === 'board') for (const _ of now.rows) store.dispatch({ type: 'put', at: choice });
    store.dispatch({ type: 'enter' });
    if (mayLookAgain(scene(store.state()))) store.dispatch({ type: 'show-answer' });
    const short = verdictTexts(store, false);
    if (!short) continue;
    store.dispatch({ type: 'more' });
    const long = verdictTexts(store, true);
    found.push(short, ...(long ? [long] : []));
  }
  return found;
}

describe('a verdict', () => {
  test.each([0, 1, 2])(
    'has the same words in the same order on screen and in lines, after choice %i',
    (choice) => {
      const found = verdictsWith(choice);
      expect(found.length).toBeGreaterThan(2);
      for (const { screen, lines } of found) expect(lines).toBe(screen);
    },
  );
});
