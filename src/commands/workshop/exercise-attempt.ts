import type { Exercise } from '../../core/progress/progress.js';
import { charactersOf } from '../../core/room/codes/base32.js';
import { exerciseHash } from '../../core/room/exercise.js';
import { ID_LENGTH, madeUpName, nameKey, type Person } from '../../core/room/person.js';
import type { Room } from '../../core/room/room.js';
import { plainText } from '../../core/text/sanitize.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { makeFolder } from '../../io/files/make-folder.js';
import { dataFolder } from '../../io/progress/data-folder.js';
import {
  attemptFolder,
  attemptFolders,
  workshopsFolder,
} from '../../io/progress/exercise-folders.js';
import { type Lock, lock } from '../../io/progress/lock.js';
import { openProgressStore, type ProgressStore } from '../../io/progress/store.js';
import { monotonicClock } from '../clock.js';
import type { Environment, Options } from '../environment.js';
import { asUserError, UserError } from '../errors.js';
import { newId, openProgress } from '../progress/open-progress.js';
import { recordOrFail } from '../progress/record.js';
import { randomBytes } from '../random.js';

/** What is kept of one person's way through an exercise, in a folder of its own. */
export type ExerciseAttempt = ProgressStore & {
  readonly folder: string;
  readonly exercise: () => Exercise;
  /** Milliseconds since 1970, as they go by whatever is done to the machine's clock. */
  readonly now: () => number;
};

/** An attempt that nobody else is at. */
export type LockedAttempt = ExerciseAttempt & { readonly claim: Lock };

/** Who asks, and whether with minutes of their own: without, what was once given stays. */
type AttemptRequest = { readonly name: string | undefined; readonly saysMinutes: boolean };

/**
 * The attempt of that name; without one, the one that is under way, then the one that was handed in last; else a new
 * one. Throws where somebody is at it in another window.
 */
export function openAttempt(
  course: OpenCourse,
  room: Room,
  { name, saysMinutes }: AttemptRequest,
  options: Options,
  environment: Environment,
): LockedAttempt {
  const hash = exerciseHash(room.lessons.map(course.lesson));
  const workshops = workshopsFolder(dataFolder(options.dataDir, environment.env), course.index.id);
  const before = attemptsIn(workshops, room.code).filter(
    ({ exercise }) =>
      exercise().exercise === hash && exercise().room.lessons.join() === room.lessons.join(),
  );
  const found = name === undefined ? firstFree(before) : namedSo(before, name);
  if (found) return saysMinutes ? withTime(found, room) : found;
  const fresh = newAttempt(workshops, room, name, hash);
  takeSettings(fresh, course, options, environment);
  return fresh;
}

/** With the time that is now said for it, where that is another. */
function withTime(attempt: LockedAttempt, { minutes }: Room): LockedAttempt {
  const { room, person, exercise, handedIn } = attempt.exercise();
  if (room.minutes !== minutes && handedIn === undefined)
    recordOrFail(attempt, { k: 'join', room: { ...room, minutes }, person, exercise });
  return attempt;
}

/**
 * Whoever gave no name goes on with what was begun without one and nobody is at; then with what was so handed in last.
 * At a machine where somebody is at it just now they are another person. Throws where it could be one of several.
 */
function firstFree(before: readonly ExerciseAttempt[]): LockedAttempt | undefined {
  const open = before.filter(({ exercise }) => exercise().handedIn === undefined);
  const free = open.flatMap(held);
  const [first, ...more] = free.filter(isUnnamed);
  if (first && more.length === 0) {
    for (const { claim: mark } of free.filter((one) => one !== first)) mark.release();
    return first;
  }
  for (const { claim: mark } of free) mark.release();
  if (free.length > 0) throw new UserError(begunText(free));
  const done = before.filter((one) => isUnnamed(one) && !open.includes(one));
  const times = done.map(({ exercise }) => exercise().handedIn ?? 0);
  const last = done[times.indexOf(Math.max(...times))];
  return open.length === 0 && last ? held(last)[0] : undefined;
}

const isUnnamed = ({ exercise }: ExerciseAttempt): boolean => !exercise().person.named;

function begunText(attempts: readonly ExerciseAttempt[]): string {
  const names = attempts.map(({ exercise }) => plainText(exercise().person.name));
  return `somebody has begun this exercise here and not handed it in (${names.join(', ')}): to go on add --name with that name, to begin anew with another`;
}

function held(attempt: ExerciseAttempt): LockedAttempt[] {
  const mark = lock(attempt.folder);
  return mark ? [{ ...attempt, claim: mark }] : [];
}

function namedSo(before: readonly ExerciseAttempt[], name: string): LockedAttempt | undefined {
  const mine = before.find(({ exercise }) => nameKey(exercise().person.name) === nameKey(name));
  if (!mine) return undefined;
  const [free] = held(mine);
  if (!free)
    throw new UserError(
      `${name} is at this exercise in another window: go on there, or give another --name`,
    );
  return free;
}

const attemptsIn = (workshops: string, code: string): ExerciseAttempt[] =>
  asUserError(() => attemptFolders(workshops, code)).flatMap((folder) => attemptIn(folder) ?? []);

function attemptIn(folder: string): ExerciseAttempt | undefined {
  let now = monotonicClock(Date.now());
  const store = openProgressStore({ folder, now: () => now(), newId });
  const { exercise: joined } = store.progress();
  if (!joined) return undefined;
  // A clock that was set back since gives no more time than there was.
  const latest = store.history().reduce((last, { t }) => Math.max(last, t), 0);
  now = monotonicClock(Math.max(Date.now(), latest));
  const exercise = (): Exercise => store.progress().exercise ?? joined;
  return { ...store, folder, exercise, now: () => now() };
}

function newAttempt(
  workshops: string,
  room: Room,
  name: string | undefined,
  exercise: string,
): LockedAttempt {
  const id = charactersOf(randomBytes(ID_LENGTH).map((byte) => byte % 32));
  const person: Person = { id, name: name ?? madeUpName(id), named: name !== undefined };
  const folder = attemptFolder(workshops, room.code, id);
  // Held before anybody can see whose it is: another window might take it for one that was left.
  const mark = claimNew(folder);
  const store = openProgressStore({ folder, now: Date.now, newId });
  store.append([{ k: 'join', room, person, exercise }]);
  if (store.unsaved() > 0)
    throw new UserError(
      `cannot keep answers in ${plainText(workshops)}: on-the-record doctor says why`,
    );
  const attempt = attemptIn(folder);
  if (!attempt) throw new UserError(`could not read what was just written to ${folder}`);
  return { ...attempt, claim: mark };
}

function claimNew(folder: string): Lock {
  try {
    makeFolder(folder, 0o700);
  } catch {
    // The answers cannot be kept there either, which is told.
  }
  return lock(folder) ?? { renew: () => true, release: () => {} };
}

/** How the learner likes it, from their own progress. */
function takeSettings(
  fresh: ExerciseAttempt,
  course: OpenCourse,
  options: Options,
  environment: Environment,
): void {
  const { settings } = openProgress(course.index, options, environment).progress();
  for (const key of ['certainty', 'ascii', 'motion'])
    if (settings[key] !== undefined) fresh.append([{ k: 'set', key, value: settings[key] }]);
}
