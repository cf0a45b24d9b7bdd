import { fileURLToPath } from 'node:url';
import type { Course } from '../../src/core/course/course.js';
import type { LogEntry } from '../../src/core/log/entry.js';
import { exerciseHash } from '../../src/core/room/exercise.js';
import type { Room } from '../../src/core/room/room.js';
import { type Scene, scene } from '../../src/core/scene/scene.js';
import type { SessionStore } from '../../src/core/session/session-store.js';
import type { Action } from '../../src/core/state/action.js';
import { readCourseFolder } from '../../src/io/course/read-course-folder.js';
import { type Beginning, sessionInMemory } from './session-in-memory.js';

/** The folder of a course with a sort board, an example and what happened so far. */
export const BOARD_COURSE = fileURLToPath(new URL('../fixtures/courses/board', import.meta.url));

const parsed = readCourseFolder(BOARD_COURSE);
if ('problems' in parsed) throw new Error(`${BOARD_COURSE} has problems`);

export const boardCourse: Course = parsed.course;

/** The number of the right heading for each statement of the board, in order. */
export const RIGHT = [1, 2, 3, 4] as const;

export type BoardSession = {
  readonly log: readonly LogEntry[];
  readonly store: SessionStore;
  readonly do: (...actions: readonly Action[]) => void;
  readonly scene: () => Scene;
  /** The kind of the scene, and its step if it has one, such as "board sort-steps". */
  readonly at: () => string;
  /** Puts statements under headings by their numbers, from the highlighted statement on. */
  readonly put: (...headings: readonly number[]) => void;
  /** Puts statements under headings, and hands the board in. */
  readonly handIn: (...headings: readonly number[]) => void;
};

type Start = Partial<Beginning> & {
  /** Another version of the course. */
  readonly course?: Course;
};

export function boardSession({ course = boardCourse, ...beginning }: Start = {}): BoardSession {
  const { store, log } = sessionInMemory(course, { log: [], ...beginning });
  const act = (...actions: readonly Action[]): void => {
    for (const action of actions) store.dispatch(action);
  };
  const put = (...headings: readonly number[]): void =>
    act(...headings.map((number) => ({ type: 'put', at: number - 1 }) as const));
  return {
    log,
    store,
    do: act,
    scene: () => scene(store.state()),
    at: () => {
      const now = scene(store.state());
      return 'step' in now ? `${now.kind} ${now.step.id}` : now.kind;
    },
    put,
    handIn: (...headings) => {
      put(...headings);
      act({ type: 'enter' });
    },
  };
}

/** A learner at the board. */
export function atBoard(beginning: Start = {}): BoardSession {
  const session = boardSession({ opening: { does: 'open', lesson: 'steps' }, ...beginning });
  session.do({ type: 'next' }, { type: 'next' });
  return session;
}

/** A learner who missed the third statement of the board, and now practises it alone. */
export function practising(): BoardSession {
  const session = atBoard();
  session.handIn(1, 2, 4, 4);
  session.do({ type: 'show-answer' }, { type: 'next' });
  const check = session.scene();
  if (check.kind !== 'check') throw new Error(`no question but ${session.at()}`);
  const right = check.choices.findIndex(({ id }) => id === check.step.key);
  session.do({ type: 'point', at: right }, { type: 'enter' }, { type: 'next' });
  const summary = session.scene();
  if (summary.kind !== 'summary') throw new Error(`no summary but ${session.at()}`);
  const retry = summary.menu.findIndex(({ id }) => id === 'retry');
  session.do({ type: 'point', at: retry }, { type: 'enter' });
  return session;
}

/** The first entry of the log of an exercise with the board's lesson. */
export function joined(room: Partial<Room> = {}): LogEntry {
  const joinedRoom: Room = {
    code: 'TUESDAY',
    lessons: ['steps'],
    minutes: 0,
    feedback: 'now',
    ...room,
  };
  const lessons = boardCourse.lessons.filter(({ id }) => joinedRoom.lessons.includes(id));
  const person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
  return { k: 'join', id: 'j', t: 0, room: joinedRoom, person, exercise: exerciseHash(lessons) };
}
