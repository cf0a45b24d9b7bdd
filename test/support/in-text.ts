import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Check, Course } from '../../src/core/course/course.js';
import { checksOf } from '../../src/core/course/lesson.js';
import type { LogEntry } from '../../src/core/log/entry.js';
import { exerciseHash } from '../../src/core/room/exercise.js';
import { highlightOf, type Scene, scene } from '../../src/core/scene/scene.js';
import type { Action } from '../../src/core/state/action.js';
import type { State } from '../../src/core/state/state.js';
import type { Size } from '../../src/core/window.js';
import { readCourseFolder } from '../../src/io/course/read-course-folder.js';
import { type Layout, layOut } from '../../src/ui/layout/fit.js';
import type { Line } from '../../src/ui/layout/line.js';
import { linesOf, type Page } from '../../src/ui/layout/page.js';
import { textWidth } from '../../src/ui/layout/window.js';
import { pageOf } from '../../src/ui/pages/page.js';
import { sessionInMemory } from './session-in-memory.js';

/** The folder of a small course whose questions are answered in the text. */
export const IN_TEXT = fileURLToPath(new URL('../fixtures/courses/in-text', import.meta.url));

export const inTextCourse: Course = courseIn(IN_TEXT);

function courseIn(folder: string): Course {
  const parsed = readCourseFolder(folder);
  if ('problems' in parsed) throw new Error(`${folder}: ${parsed.problems[0]?.message}`);
  return parsed.course;
}

export const checkIn = (id: string): Check => {
  const check = inTextCourse.lessons.flatMap(checksOf).find((one) => one.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check;
};

export type InText = {
  readonly do: (...actions: readonly Action[]) => void;
  readonly state: () => State;
  readonly scene: () => Scene;
  readonly log: readonly LogEntry[];
};

/** A session in a lesson of that course. */
export function inLesson(lesson: string): InText {
  return playing([], lesson);
}

/** A session on the first page of an exercise with these lessons. */
export function inRoom(...lessons: readonly string[]): InText {
  const room = { code: 'TUESDAY', lessons, minutes: 0, feedback: 'now' as const };
  const person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
  const exercise = exerciseHash(inTextCourse.lessons.filter(({ id }) => lessons.includes(id)));
  return playing([{ k: 'join', id: 'j', t: 0, room, person, exercise }]);
}

function playing(before: readonly LogEntry[], lesson?: string): InText {
  const { store, log } = sessionInMemory(inTextCourse, {
    log: before,
    ...(lesson !== undefined && { opening: { does: 'open', lesson } }),
  });
  return {
    do: (...actions) => {
      for (const action of actions) store.dispatch(action);
    },
    state: store.state,
    scene: () => scene(store.state()),
    log,
  };
}

/** The place of a choice on screen, from 0. */
function placeOf(session: InText, choice: string): number {
  const now = session.scene();
  if (now.kind !== 'check') throw new Error(`no question but ${now.kind}`);
  return now.choices.findIndex(({ id }) => id === choice);
}

/** Answers the question on screen. */
export const choose = (session: InText, choice: string): void =>
  session.do({ type: 'point', at: placeOf(session, choice) }, { type: 'enter' });

/** Goes from the beginning of the lesson to a question, with the right answer to those before. */
export function toQuestion(session: InText, id: string): void {
  for (let now = session.scene(); ; now = session.scene()) {
    if ('step' in now && now.step.id === id) return;
    if (now.kind === 'check') choose(session, now.step.key);
    else session.do({ type: 'next' });
    if (session.scene() === now) throw new Error(`cannot get to ${id} from ${now.kind}`);
  }
}

export type Drawn = {
  readonly layout: Layout;
  /** All rows of the body, without the pointers of lists, also those out of view. */
  readonly rows: readonly string[];
  readonly aside: readonly string[];
  readonly footer: readonly string[];
  readonly keys: Page['footer'];
};

/** The page of the session's state in a window. */
export function drawn(session: InText, size: Size): Drawn {
  const state = session.state();
  const page = pageOf(state, () => inTextCourse.material, textWidth(size));
  const highlight = highlightOf(state, scene(state));
  const layout = layOut(page, size, { highlight, scroll: state.scroll }, []);
  const lines = [
    ...layout.before,
    ...layout.items.flatMap((item) => linesOf(item.lines)),
    ...layout.after,
  ];
  return {
    layout,
    rows: lines.map(textOf),
    aside: layout.aside.map(textOf),
    keys: page.footer,
    footer: page.footer.map(({ keys, label }) => `${keys} ${label}`),
  };
}

export const textOf = ({ spans }: Line): string => spans.map(({ text }) => text).join('');

/** The entries of that course's log on disk. */
export function logIn(data: string): LogEntry[] {
  const log = readFileSync(path.join(data, 'in-text', 'answers-1.jsonl'), 'utf8');
  return log
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row));
}
