import { fileURLToPath } from 'node:url';
import type { Course } from '../../src/core/course/course.js';
import type { LogEntry } from '../../src/core/log/entry.js';
import { exerciseHash } from '../../src/core/room/exercise.js';
import type { Person } from '../../src/core/room/person.js';
import type { Room } from '../../src/core/room/room.js';
import { scene } from '../../src/core/scene/scene.js';
import type { SessionStore } from '../../src/core/session/session-store.js';
import { openCourse } from '../../src/io/course/open-course.js';
import { readCourseFolder } from '../../src/io/course/read-course-folder.js';
import { sessionInMemory } from './session-in-memory.js';

/** The folder of a small course of format 2 that has every kind of question. */
export const ROOM_COURSE = fileURLToPath(new URL('../fixtures/courses/room', import.meta.url));

const parsed = readCourseFolder(ROOM_COURSE);
if ('problems' in parsed) throw new Error('the course of the rooms has problems');

export const roomCourse: Course = parsed.course;

export const openRoomCourse = openCourse(roomCourse);

/** A session in an exercise of this course, and its log. */
export type Joined = { readonly store: SessionStore; readonly log: readonly LogEntry[] };

type JoinedOptions = {
  readonly log?: readonly LogEntry[];
  readonly clock?: () => number;
};

export const ADA: Person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };

/** The session of a person who joins the room. */
export function joins(
  room: Room,
  person: Person,
  { log = [], clock = () => 0 }: JoinedOptions = {},
): Joined {
  const exercise = exerciseHash(room.lessons.map(openRoomCourse.lesson));
  const join: LogEntry = { k: 'join', id: 'join', t: 0, room, person, exercise };
  return sessionInMemory(roomCourse, { log: log.length > 0 ? log : [join], clock });
}

/** The choice for each question, by its id. */
export type Picks = Readonly<Record<string, string>>;

/** Answers the question or the sort board on screen; continues on every other page of a lesson. */
export function oneStep({ store }: Pick<Joined, 'store'>, picks: Picks): void {
  const now = scene(store.state());
  if (now.kind === 'check') {
    const at = now.choices.findIndex(({ id }) => id === picks[now.step.id]);
    store.dispatch({ type: 'point', at });
  }
  if (now.kind === 'board')
    for (const [at, { check }] of now.rows.entries()) {
      store.dispatch({ type: 'point', at });
      const heading = now.step.headings.findIndex(({ id }) => id === picks[check.id]);
      store.dispatch({ type: 'put', at: heading });
    }
  store.dispatch({ type: 'enter' });
}

/** Begins the exercise, and goes through it to the page where it is handed in. */
export function goThrough(session: Pick<Joined, 'store'>, picks: Picks): void {
  session.store.dispatch({ type: 'enter' });
  while (scene(session.store.state()).kind !== 'exercise') oneStep(session, picks);
}
