import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { plainText } from '../core/plain-text.js';
import type { Exercise } from '../core/progress.js';
import { start } from '../core/session.js';
import { createSessionStore, type SessionStore } from '../core/session-store.js';
import { signsOf } from '../core/workshop/base32.js';
import { exerciseHash, type Room } from '../core/workshop/exercise.js';
import { handInOf, shownHandIn } from '../core/workshop/hand-in-code.js';
import { cleanName, ID_SIGNS, madeUpName, nameKey, type Person } from '../core/workshop/person.js';
import { shownCode } from '../core/workshop/room-code.js';
import { attemptFolder, attemptFolders, workshopsFolder } from '../io/attempts.js';
import { dataFolder } from '../io/data-folder.js';
import type { OpenCourse } from '../io/open-course.js';
import { openProgressStore, type ProgressStore } from '../io/progress-store.js';
import { chooseCourse } from './choose-course.js';
import { DONE, type Environment, INTERRUPTED, type Options } from './environment.js';
import { UsageError, UserError } from './failures.js';
import { inLines } from './in-lines.js';
import { keep } from './keep.js';
import { newsOf } from './news-of.js';
import { isPlain, onScreen } from './on-screen.js';
import { newId, openProgress } from './open-progress.js';
import { type ResultKeeper, resultKeeper } from './result-keeper.js';
import { type RoomOptions, roomOf } from './room-of.js';
import { worldOf } from './world-of.js';

export type JoinOptions = RoomOptions & { readonly name?: string };

/** `workshop join CODE [--name] [--lesson...] [--minutes]`: a room's exercise. @returns the exit code */
export async function join(
  code: string,
  asked: JoinOptions,
  options: Options,
  environment: Environment,
): Promise<number> {
  const course = await chooseCourse(options, environment);
  const room = roomOf(course, code, asked);
  const attempt = openAttempt(course, room, nameIn(asked), options, environment);
  const keeper = resultKeeper(course, attempt);
  const session = openSession(course, attempt, keeper, options, environment);
  const ticking = setInterval(() => session.dispatch({ type: 'tick' }), TICK);
  try {
    const how = isPlain(options, environment)
      ? await inLines(
          {
            store: session,
            record: course.record,
            troubles: () => troublesOf(attempt, keeper),
            inLesson: false,
            held: {},
          },
          environment,
        )
      : await onScreen(session, course.record, options, environment);
    return how === 'interrupt' ? INTERRUPTED : DONE;
  } finally {
    clearInterval(ticking);
    await attempt.close();
    environment.stdout.write(leaveText(course, attempt, keeper));
  }
}

/** How often it is looked at the time, in milliseconds. */
const TICK = 500;

/** What is kept of one attempt, in a folder of its own. */
export type Attempt = ProgressStore & {
  readonly folder: string;
  readonly exercise: () => Exercise;
};

function nameIn({ name }: JoinOptions): string | undefined {
  if (name === undefined) return undefined;
  const clean = cleanName(name);
  if (clean === undefined)
    throw new UsageError('--name takes a name with a letter or a digit in it');
  return clean;
}

/** The attempt of that name; without one, the one that is under way; else a new one. */
function openAttempt(
  course: OpenCourse,
  room: Room,
  name: string | undefined,
  options: Options,
  environment: Environment,
): Attempt {
  const hash = exerciseHash(room.lessons.map(course.lesson));
  const workshops = workshopsFolder(dataFolder(options.dataDir, environment.env), course.index.id);
  const before = attemptsIn(workshops, room.code).filter(
    ({ exercise }) => exercise().exercise === hash,
  );
  const mine =
    name === undefined
      ? (before.find(({ exercise }) => exercise().handedIn === undefined) ?? before.at(-1))
      : before.find(({ exercise }) => nameKey(exercise().person.name) === nameKey(name));
  if (mine) return mine;
  const fresh = newAttempt(workshops, room, name, hash);
  const { settings } = openProgress(course.index, options, environment).progress();
  for (const key of ['certainty', 'ascii', 'motion'])
    if (settings[key] !== undefined) fresh.append([{ k: 'set', key, value: settings[key] }]);
  return fresh;
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
  const exercise = (): Exercise => store.progress().exercise ?? (joined as Exercise);
  return joined && { ...store, folder, exercise };
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

function openSession(
  course: OpenCourse,
  attempt: Attempt,
  keeper: ResultKeeper,
  options: Options,
  environment: Environment,
): SessionStore {
  const world = worldOf(course, attempt.history, options);
  const place = { file: keeper.file };
  const news = isPlain(options, environment)
    ? () => undefined
    : newsOf(() => troublesOf(attempt, keeper));
  return createSessionStore(
    start(course.index, attempt.progress(), world, undefined, undefined, place),
    world,
    (happened) => {
      keeper.keep(attempt.append(happened));
      return attempt.progress();
    },
    news,
  );
}

const troublesOf = (attempt: ProgressStore, keeper: ResultKeeper): string[] => [
  ...attempt.troubles().map(({ message }) => message),
  ...keeper.troubles(),
];

/** What to do with what was done, below the prompt where the screens were. */
function leaveText(course: OpenCourse, attempt: Attempt, keeper: ResultKeeper): string {
  const exercise = attempt.exercise();
  const { room, person, began, handedIn } = exercise;
  const again = `on-the-record workshop join ${shownCode(room.code)}${person.named ? ` --name ${quoted(person.name)}` : ''}`;
  if (began === undefined) return `Nothing was begun. To come back: ${again}\n`;
  const chosen = new Map(
    Object.entries(attempt.progress().checks).map(([id, { first }]) => [id, first.choice]),
  );
  const code = shownHandIn(handInOf(course, exercise, chosen));
  const on = handedIn === undefined ? `Not handed in yet. To go on: ${again}\n` : '';
  return `${on}Result: ${plainText(path.resolve(keeper.file))}\nHand-in code: ${code}\n`;
}

const quoted = (name: string): string =>
  /^[\p{L}\p{N}-]+$/u.test(name) ? name : `"${name.replaceAll('"', '')}"`;
