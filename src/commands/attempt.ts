import { randomBytes } from 'node:crypto';
import { plainText } from '../core/plain-text.js';
import type { Exercise } from '../core/progress.js';
import { signsOf } from '../core/workshop/base32.js';
import { exerciseHash, type Room } from '../core/workshop/exercise.js';
import { ID_SIGNS, madeUpName, nameKey, type Person } from '../core/workshop/person.js';
import { attemptFolder, attemptFolders, workshopsFolder } from '../io/attempts.js';
import { dataFolder } from '../io/data-folder.js';
import { type Claim, claim } from '../io/in-use.js';
import type { OpenCourse } from '../io/open-course.js';
import { openProgressStore, type ProgressStore } from '../io/progress-store.js';
import type { Environment, Options } from './environment.js';
import { UserError } from './failures.js';
import { keep } from './keep.js';
import { newId, openProgress } from './open-progress.js';

/** What is kept of one person's way through an exercise, in a folder of its own. */
export type Attempt = ProgressStore & {
  readonly folder: string;
  readonly exercise: () => Exercise;
};

/** An attempt that nobody else is at. */
export type HeldAttempt = Attempt & { readonly claim: Claim };

/**
 * The attempt of that name; without one, the one that is under way, then the one that was handed in last; else a new
 * one. Throws where somebody is at it in another window.
 */
export function openAttempt(
  course: OpenCourse,
  room: Room,
  name: string | undefined,
  options: Options,
  environment: Environment,
): HeldAttempt {
  const hash = exerciseHash(room.lessons.map(course.lesson));
  const workshops = workshopsFolder(dataFolder(options.dataDir, environment.env), course.index.id);
  const before = attemptsIn(workshops, room.code).filter(
    ({ exercise }) => exercise().exercise === hash,
  );
  const found = name === undefined ? firstFree(before) : namedSo(before, name);
  if (found) return withTime(found, room);
  const fresh = newAttempt(workshops, room, name, hash);
  takeSettings(fresh, course, options, environment);
  const mark = claim(fresh.folder);
  if (!mark) throw new UserError(`${fresh.folder} is in use: try again`);
  return { ...fresh, claim: mark };
}

/** With the time that is now said for it, where that is another. */
function withTime(attempt: HeldAttempt, { minutes }: Room): HeldAttempt {
  const { room, person, exercise, handedIn } = attempt.exercise();
  if (room.minutes !== minutes && handedIn === undefined)
    keep(attempt, { k: 'join', room: { ...room, minutes }, person, exercise });
  return attempt;
}

/** Whoever gave no name goes on with what nobody is at; at a machine where somebody is, they are another person. */
function firstFree(before: readonly Attempt[]): HeldAttempt | undefined {
  const isOpen = ({ exercise }: Attempt): boolean => exercise().handedIn === undefined;
  const open = before.filter(isOpen);
  for (const attempt of open) {
    const mark = claim(attempt.folder);
    if (mark) return { ...attempt, claim: mark };
  }
  const last = before
    .filter((one) => !isOpen(one))
    .sort((a, b) => (a.exercise().handedIn ?? 0) - (b.exercise().handedIn ?? 0))
    .at(-1);
  const mark = open.length === 0 && last ? claim(last.folder) : undefined;
  return last && mark && { ...last, claim: mark };
}

function namedSo(before: readonly Attempt[], name: string): HeldAttempt | undefined {
  const mine = before.find(({ exercise }) => nameKey(exercise().person.name) === nameKey(name));
  if (!mine) return undefined;
  const mark = claim(mine.folder);
  if (!mark)
    throw new UserError(
      `${name} is at this exercise in another window: go on there, or give another --name`,
    );
  return { ...mine, claim: mark };
}

function attemptsIn(workshops: string, code: string): Attempt[] {
  try {
    return attemptFolders(workshops, code).flatMap((folder) => attemptIn(folder) ?? []);
  } catch (error) {
    throw new UserError(plainText(error instanceof Error ? error.message : String(error)));
  }
}

function attemptIn(folder: string): Attempt | undefined {
  const store = openProgressStore({ folder, now: Date.now, newId });
  const { exercise: joined } = store.progress();
  if (!joined) return undefined;
  return { ...store, folder, exercise: () => store.progress().exercise ?? joined };
}

function newAttempt(
  workshops: string,
  room: Room,
  name: string | undefined,
  exercise: string,
): Attempt {
  const id = signsOf([...randomBytes(ID_SIGNS)].map((byte) => byte % 32));
  const person: Person = { id, name: name ?? madeUpName(id), named: name !== undefined };
  const folder = attemptFolder(workshops, room.code, id);
  keep(openProgressStore({ folder, now: Date.now, newId }), { k: 'join', room, person, exercise });
  const attempt = attemptIn(folder);
  if (!attempt) throw new UserError(`could not read what was just written to ${folder}`);
  return attempt;
}

/** How the learner likes it, from their own progress. */
function takeSettings(
  fresh: Attempt,
  course: OpenCourse,
  options: Options,
  environment: Environment,
): void {
  const { settings } = openProgress(course.index, options, environment).progress();
  for (const key of ['certainty', 'ascii', 'motion'])
    if (settings[key] !== undefined) fresh.append([{ k: 'set', key, value: settings[key] }]);
}
