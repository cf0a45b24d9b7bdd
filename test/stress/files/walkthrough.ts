import type { Course } from '../../../src/core/course/course.js';
import type { CourseMaterial } from '../../../src/core/course/ledger.js';
import type { Problem } from '../../../src/core/course/problem.js';
import { type Scene, scene } from '../../../src/core/scene/scene.js';
import type { OverlayName, State } from '../../../src/core/state/state.js';
import { type Block, layOut } from '../../../src/plain/block.js';
import { pageBlocks } from '../../../src/plain/pages/page.js';
import { promptText } from '../../../src/plain/prompt.js';
import { reply, unknownText } from '../../../src/plain/reply.js';
import { linesOf, type Page } from '../../../src/ui/layout/page.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { type Beginning, sessionInMemory } from '../../support/session-in-memory.js';

const WIDTH = 72;
const OVERLAYS: readonly OverlayName[] = ['passages', 'sources', 'help', 'about', 'record'];

/** Longer than any lesson; questions outside a lesson have no end. */
const MOST_STEPS = 60;
const MOST_QUESTIONS = 6;
/** Looking back shows the same at every question. */
const QUESTIONS_WITH_LOOK_BACK = 4;

/** How far to go: how many entries of home's menu, how many steps behind each, and whether to open the overlays. */
export type Extent = {
  readonly entries?: number;
  readonly steps?: number;
  readonly overlays?: boolean;
};

/** Everything that a learner can be shown: home and its overlays, then each entry of home as far as it leads. */
export function everyText(
  course: Course,
  beginning: Beginning,
  { entries = Infinity, steps = MOST_STEPS, overlays = true }: Extent = {},
): string[] {
  const home = visit(course, beginning);
  if (overlays) home.openOverlays();
  const count = Math.min(menuLength(home.now()), entries);
  const others = Array.from({ length: count }, (_, entry) => {
    const there = visit(course, beginning);
    there.type(String(entry + 1));
    goOn(there, steps);
    return there.texts;
  });
  return [...home.texts, ...others.flat()];
}

const menuLength = (now: Scene): number => ('menu' in now ? now.menu.length : 0);

type Visit = ReturnType<typeof visit>;

/** A session that is led in lines. Each of its pages is shown in lines, on screen, and as an author inspects it. */
function visit(course: Course, beginning: Beginning) {
  const { store } = sessionInMemory(course, beginning);
  const material = (): CourseMaterial => course.material;
  const talk = { store, material, inLesson: false, isTyped: true };
  const texts: string[] = [];
  const now = (): Scene => scene(store.state());
  const onScreen = (): void => {
    const state = store.state();
    texts.push(screenText(state, material), screenText(inspected(state), material));
  };
  const show = (blocks: readonly Block[]): void => {
    texts.push(`${layOut(blocks, WIDTH)}\n${promptText(talk)}`);
    onScreen();
  };
  const type = (...lines: readonly string[]): void => {
    for (const line of lines) show(reply(line, talk) ?? [[unknownText(line, talk)]]);
  };
  const openOverlays = (): void => {
    type('?', 'nothing');
    for (const at of OVERLAYS) {
      store.dispatch({ type: 'look', at });
      onScreen();
      store.dispatch({ type: 'close' });
    }
  };
  show(pageBlocks(talk));
  return { texts, now, type, openOverlays };
}

/** Goes on until nothing leads further; on the map, into each cell. */
function goOn({ now, type }: Visit, steps: number): void {
  for (let n = 0; n < steps; n++) {
    const here = now();
    const lines = here.kind === 'map' ? cellLines(here.menu.length) : linesToGoOn(here, n);
    type(...lines);
    if (here.kind === 'map' || lines.length === 0) return;
  }
}

const cellLines = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => [String(i + 1), '']).flat();

/** What to type on a page to see all of it and go on; nothing at the end of a way. */
function linesToGoOn(now: Scene, n: number): string[] {
  if ('quiz' in now && (now.quiz?.answered ?? 0) >= MOST_QUESTIONS) return [];
  switch (now.kind) {
    case 'example':
    case 'reading':
    case 'answer-pending':
    case 'board-pending':
      return [''];
    case 'second-look':
      return [n % 2 === 0 ? 's' : ''];
    case 'board':
      return [now.toGo > 0 ? String((n % now.step.headings.length) + 1) : ''];
    case 'check': {
      const lookBack = n < QUESTIONS_WITH_LOOK_BACK ? ['r', 'w'] : [];
      return ['h', ...lookBack, String((n % now.choices.length) + 1)];
    }
    case 'certainty':
      return ['c'];
    case 'verdict':
    case 'board-verdict':
      return ['m', ''];
    case 'learner-report':
      return [String(now.menu.findIndex(({ does }) => does === 'map') + 1)];
    default:
      return [];
  }
}

const inspected = (state: State): State => ({
  ...state,
  preview: { problems: [], scroll: 0 },
  overlay: 'inspect',
});

const screenText = (state: State, material: () => CourseMaterial): string =>
  pageText(pageOf(state, material, WIDTH), state.notice);

/** A page as text, before it is known how much of it fits. */
function pageText(page: Page, notice = ''): string {
  const { title, where, whereShort, before, items, after, footer } = page;
  const lines = [...before, ...items.flatMap((item) => linesOf(item.lines)), ...after];
  return [
    title,
    where,
    whereShort,
    ...lines.map(({ spans }) => spans.map(({ text }) => text).join('')),
    ...footer.flatMap(({ keys, label }) => [keys, label]),
    notice,
  ].join('\n');
}

/** The page that an author sees in place of a course with errors. */
export function errorsPageText(course: Course, problems: readonly Problem[]): string {
  const { state } = sessionInMemory(course, { log: [] }).store;
  const withErrors = { ...state(), preview: { problems, scroll: 0 } };
  return screenText(withErrors, () => course.material);
}
