import path from 'node:path';
import type { NewEntry } from '../../core/log/entry.js';
import { endedText } from '../../core/messages/exercise.js';
import { bootAt, exerciseTime } from '../../core/progress/exercise-clock.js';
import type { Exercise } from '../../core/progress/progress.js';
import { exerciseHash } from '../../core/room/exercise.js';
import { madeUpName, type Person } from '../../core/room/person.js';
import type { Room } from '../../core/room/room.js';
import { readRoomCode } from '../../core/room/room-code.js';
import { hasEnded } from '../../core/room/time-limit.js';
import { plainText } from '../../core/text/sanitize.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { makeFolder } from '../../io/files/make-folder.js';
import { computerTime } from '../../io/progress/computer-time.js';
import { dataFolder } from '../../io/progress/data-folder.js';
import { eraseProgress, removeIfEmpty } from '../../io/progress/erase.js';
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
import { commandToType } from '../hint/command-to-type.js';
import { lateCommand } from '../progress/late-command.js';
import { newId, openProgress } from '../progress/open-progress.js';
import { newPersonId } from '../progress/people-here.js';
import { printWarnings } from '../progress/print-warnings.js';
import { recordOrFail } from '../progress/record.js';
import { type ExerciseAttempt, foundAttempt, type LockedAttempt } from './find-attempt.js';
import { clockNow } from './room-options.js';

/** `hasTime`: whether --minutes or --until sets a new limit; otherwise an earlier limit stays. */
export type AttemptRequest = {
  readonly name: string | undefined;
  /** For a new attempt. Without a name, it asks for one. */
  readonly newId?: string;
  readonly hasTime: boolean;
};

/**
 * Opens the attempt with that name; without name and id, the unfinished attempt, or else the one handed in last. If there is no
 * such attempt, creates one. Throws a UserError if the attempt is open in another window, or if several could be meant.
 */
export function openAttempt(
  course: OpenCourse,
  room: Room,
  { name, newId: id, hasTime }: AttemptRequest,
  options: Options,
  environment: Environment,
): LockedAttempt {
  const hash = exerciseHash(room.lessons.map(course.lesson));
  const workshops = workshopsFolder(dataFolder(options.dataDir, environment.env), course.index.id);
  const attempts = attemptsIn(workshops, room.code, environment).filter(
    ({ exercise }) =>
      exercise().exercise === hash && exercise().room.lessons.join() === room.lessons.join(),
  );
  const found = foundAttempt(attempts, name, id);
  const doctor = commandToType(['doctor'], options, environment);
  refuseAfterEnd(found, found && !hasTime ? found.exercise().room : room, (ended) =>
    lateCommand(course, ended, name, options, environment),
  );
  // The room's own limit comes first, so that the log shows who got more time.
  const made = readRoomCode(course, room.code, clockNow().now);
  const ofAll = 'code' in made ? made : room;
  const attempt = found ?? newAttempt(workshops, { room: ofAll, name, id, exercise: hash }, doctor);
  if (hasTime) withTime(attempt, room);
  copySettings(attempt, course, options, environment);
  return attempt;
}

/** Records a new time limit. In an attempt that has begun, minutes start again. Throws a UserError if it is handed in. */
function withTime(attempt: LockedAttempt, { minutes, until }: Room): void {
  const { room, person, exercise, began, handedIn } = attempt.exercise();
  const startsAgain = minutes > 0 && began !== undefined;
  const isNew = room.minutes !== minutes || room.until !== until || startsAgain;
  if (!isNew) return;
  if (handedIn !== undefined) {
    refuseMoreTime(attempt, room.minutes === minutes);
    return;
  }
  const { until: _, ...rest } = room;
  const limited = { ...rest, minutes, ...(until !== undefined && { until }) };
  recordOrFail(attempt, { k: 'join', room: limited, person, exercise });
}

/** A command with the limit that the attempt had anyway shows it again: a room's own word needs the limit each time. */
function refuseMoreTime(attempt: LockedAttempt, isSame: boolean): void {
  if (isSame) return;
  attempt.lock.release();
  throw new UserError(
    'this exercise is handed in, so it gets no more time: to see it again, leave --minutes and --until out',
  );
}

/** Throws a UserError after the room's common end, instead of making an attempt that nobody can begin. */
function refuseAfterEnd(
  attempt: LockedAttempt | undefined,
  room: Room,
  commandFor: (room: Room) => string,
): void {
  const now = attempt?.now() ?? Date.now();
  if (attempt?.exercise().began !== undefined || !hasEnded(room, now)) return;
  attempt?.lock.release();
  throw new UserError(endedText(room, { ...clockNow(), now }, commandFor(room)));
}

/** Prints what is wrong with a log that does not name its person. */
const attemptsIn = (workshops: string, code: string, environment: Environment): ExerciseAttempt[] =>
  asUserError(() => attemptFolders(workshops, code)).flatMap(
    (folder) => attemptIn(folder, (store) => printWarnings(store, environment)) ?? [],
  );

function attemptIn(
  folder: string,
  ifNotJoined: (store: ProgressStore) => void = () => {},
): ExerciseAttempt | undefined {
  let now = monotonicClock(Date.now());
  const store = openProgressStore({ folder, now: () => now(), newId });
  const { exercise: joined } = store.progress();
  if (!joined) {
    ifNotJoined(store);
    return undefined;
  }
  const computer = computerTime();
  const resumed = exerciseTime(store.history(), computer, joined.room.until !== undefined);
  now = monotonicClock(resumed);
  const boot = bootAt(resumed, computer);
  return {
    ...store,
    append: (events) => store.append(events.map((event) => ({ ...event, ...boot }))),
    folder,
    exercise: () => store.progress().exercise ?? joined,
    now: () => now(),
  };
}

type NewAttempt = Pick<AttemptRequest, 'name'> &
  Pick<Exercise, 'room' | 'exercise'> & { readonly id: string | undefined };

/** @param doctor the command that says why answers cannot be saved */
function newAttempt(
  workshops: string,
  { room, name, id = newPersonId(), exercise }: NewAttempt,
  doctor: string,
): LockedAttempt {
  const person: Person = { id, name: name ?? madeUpName(id), named: name !== undefined };
  const folder = attemptFolder(workshops, room.code, id);
  // Locked before the first entry, or another window could take the attempt for an abandoned one.
  const attemptLock = lockNew(folder);
  const store = openProgressStore({ folder, now: Date.now, newId });
  const join: NewEntry = { k: 'join', room, person, exercise };
  store.append([join, join]); // twice: if the only one were damaged, nobody would find the answers
  if (store.unsaved() > 0)
    throw new UserError(`cannot save answers in ${plainText(workshops)}. To see why:\n${doctor}`);
  const attempt = attemptIn(folder);
  if (!attempt)
    throw new UserError(
      `could not read what was just written to ${plainText(folder)}: try again, or choose another folder with --data-dir`,
    );
  return { ...attempt, lock: attemptLock };
}

/** Deletes an attempt that was not begun, and then the folders of the course and of all exercises if they are empty. */
export function forgetUnbegun({ folder, history }: ExerciseAttempt): void {
  const isEmpty = history().every(({ k }) => k === 'join' || k === 'set');
  try {
    if (!isEmpty) return;
    eraseProgress(folder);
    const workshops = path.dirname(folder);
    for (const empty of [workshops, path.dirname(workshops)]) removeIfEmpty(empty);
  } catch {
    // It stays, and waits for the same name.
  }
}

function lockNew(folder: string): Lock {
  try {
    makeFolder(folder, 0o700);
  } catch {
    // Recording the first entry will report this.
  }
  return lock(folder) ?? { renew: () => true, release: () => {} };
}

/** Copies the learner's settings from their progress in the course, as they are now. */
function copySettings(
  attempt: ExerciseAttempt,
  course: OpenCourse,
  options: Options,
  environment: Environment,
): void {
  const store = openProgress(course.index, options, environment);
  printWarnings(store, environment);
  const { settings } = store.progress();
  const before = attempt.progress().settings;
  for (const key of ['certainty', 'ascii', 'motion'])
    if (settings[key] !== undefined && settings[key] !== before[key])
      attempt.append([{ k: 'set', key, value: settings[key] }]);
}
