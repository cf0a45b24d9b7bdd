import { otherWordsText } from '../../core/messages/exercise.js';
import type { PeopleHere } from '../../core/room/people-here.js';
import { cleanName } from '../../core/room/person.js';
import type { Room } from '../../core/room/room.js';
import { madeWithIn } from '../../core/room/room-code.js';
import { createSessionStore, type SessionStore } from '../../core/session/session-store.js';
import { start } from '../../core/session/start.js';
import { capital } from '../../core/text/english.js';
import { VERSION } from '../../core/version.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import type { Warning } from '../../io/progress/warnings.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { printLine, UsageError, UserError } from '../errors.js';
import type { ExitReason } from '../exit-codes.js';
import { exitCodeOf } from '../exit-codes.js';
import type { JoinRoom, SessionEnd } from '../learn/learn.js';
import { type LineRun, runPlain } from '../learn/run-plain.js';
import { explainLines, isPlain, runOnScreen } from '../learn/run-screens.js';
import { sessionContext } from '../learn/session-context.js';
import { storageNews } from '../learn/storage-news.js';
import { lateCommand } from '../progress/late-command.js';
import { peopleHere } from '../progress/people-here.js';
import { closeAndWarn } from '../progress/print-warnings.js';
import { type AttemptRequest, forgetUnbegun, openAttempt } from './exercise-attempt.js';
import type { LockedAttempt } from './find-attempt.js';
import { leaveText } from './leave-text.js';
import type { Follower } from './live-join/follow-room.js';
import type { LiveRoomLink } from './live-join/live-room-link.js';
import { type ResultWriter, resultWriter } from './result-writer.js';
import { type RoomOptions, roomOf } from './room-options.js';

export type JoinOptions = RoomOptions & {
  readonly name?: string;
  /** The address of a live room. */
  readonly room?: string;
};

/** `workshop join CODE [--room] [--name] [--lesson...] [--minutes | --until] [--feedback] [--certainty]`: a room's exercise. @returns the exit code */
export async function join(
  code: readonly string[],
  joinOptions: JoinOptions,
  options: Options,
  environment: Environment,
): Promise<number> {
  const course = await chooseCourse(options, environment);
  const room = roomOf(course, code.join(''), joinOptions);
  const request = { name: nameIn(joinOptions), hasTime: hasTime(joinOptions) };
  const live = await liveRoomIn(joinOptions);
  explainLines(options, environment);
  const exercise = { course, room, request, run: {}, live };
  const end = await runExercise(exercise, options, environment);
  return exitCodeOf(end.reason, end.unsaved());
}

/** Joins from home, and leads back there, also if the exercise cannot be opened. */
export const joinRoom: JoinRoom = async ({ code, name, id }, options, environment, run) => {
  const course = await chooseCourse(options, environment);
  const room = roomOf(course, code, {});
  const request = { name, newId: id, hasTime: false };
  try {
    const exercise = { course, room, request, run, hasHome: true } as const;
    return await runExercise(exercise, options, environment);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // A command on the last line ends without a full stop.
    const stop = error.message.includes('\n') ? '' : '.';
    const next = { at: 'home', notice: `${capital(error.message)}${stop}` } as const;
    return { reason: 'quit', next, unsaved: () => 0 };
  }
};

type ExerciseRun = {
  readonly course: OpenCourse;
  readonly room: Room;
  readonly request: AttemptRequest;
  readonly run: LineRun;
  readonly hasHome?: true;
  readonly live?: LiveRoomLink | undefined;
};

async function runExercise(
  { course, room, request, run, hasHome, live }: ExerciseRun,
  options: Options,
  environment: Environment,
): Promise<SessionEnd> {
  const attempt = openAttempt(course, room, request, options, environment);
  const writer = resultWriter(course, attempt);
  attempt.tryToSave();
  const people = (): PeopleHere => peopleHere(course, room, options, environment);
  const late = (ended: Room): string =>
    lateCommand(course, ended, nameOf(attempt), options, environment);
  let follower: Follower | undefined;
  const recorded: Follower['recorded'] = (events) => follower?.recorded(events);
  const session = openSession(
    { course, attempt, writer, people, late, hasHome, live, recorded },
    options,
  );
  follower = live?.follow(session, course, attempt);
  let isTaken = false;
  const ticking = setInterval(() => {
    isTaken ||= !attempt.lock.renew();
    session.dispatch({ type: isTaken ? 'quit' : 'tick' });
  }, TICK);
  const { material } = course;
  const { unsaved } = attempt;
  let reason: ExitReason;
  try {
    reason = isPlain(options, environment)
      ? await runPlain({ store: session, material, inLesson: false, unsaved, run }, environment)
      : await runOnScreen(session, material, options, environment);
  } finally {
    clearInterval(ticking);
    await follower?.close();
    await closeAndWarn(attempt, environment);
    attempt.lock.release();
    run.left?.delete(attempt.folder);
    // The other window has the result now.
    if (isTaken) printLine(TAKEN, environment);
    else {
      const text = leaveText(
        course,
        attempt,
        writer,
        { ...options, room: live?.typed },
        environment,
      );
      // From home, the learner may come back to this exercise: then only its last state is printed.
      if (hasHome) run.left = new Map(run.left).set(attempt.folder, text);
      else environment.stdout.write(text);
      if (!live?.hasJoined(attempt)) forgetUnbegun(attempt);
    }
  }
  return {
    reason,
    next: reason === 'quit' ? session.state().next : undefined,
    unsaved: () => unsaved() + (writer.file() === undefined ? 1 : 0),
  };
}

/** Undefined if the program made the name up. */
function nameOf(attempt: LockedAttempt): string | undefined {
  const { name, named } = attempt.exercise().person;
  return named ? name : undefined;
}

const TAKEN = 'this exercise was opened in another window, so it was closed here: continue there';

/** Loads the room's code only for somebody who joins a live room. */
async function liveRoomIn({ room }: JoinOptions): Promise<LiveRoomLink | undefined> {
  if (room === undefined) return undefined;
  const { liveRoomAt } = await import('./live-join/live-room-link.js');
  return liveRoomAt(room);
}

const hasTime = ({ minutes, until }: JoinOptions): boolean => (minutes ?? until) !== undefined;

/** How often the session checks the time limit, in milliseconds. */
const TICK = 500;

function nameIn({ name }: JoinOptions): string | undefined {
  if (name === undefined) return undefined;
  const clean = cleanName(name);
  if (clean === undefined)
    throw new UsageError('--name needs a name with a letter, a digit or an emoji in it');
  return clean;
}

type ExerciseSession = Pick<ExerciseRun, 'course'> & {
  readonly attempt: LockedAttempt;
  readonly writer: ResultWriter;
  readonly people: () => PeopleHere;
  readonly late: (room: Room) => string;
  readonly hasHome: true | undefined;
  readonly live: LiveRoomLink | undefined;
  readonly recorded: Follower['recorded'];
};

function openSession(
  { course, attempt, writer, people, late, hasHome, live, recorded }: ExerciseSession,
  options: Options,
): SessionStore {
  const context = {
    ...sessionContext(course, attempt.history, options),
    now: attempt.now,
    peopleHere: people,
    lateCommand: late,
    ...(live && { liveRoom: live.steps }),
  };
  const handInPlace = { file: writer.file() };
  const words = wordsWarning(course, attempt);
  const storage = storageNews(() => [...words, ...warningsOf(attempt, writer)]);
  const begin = start(
    course.index,
    attempt.progress(),
    context,
    undefined,
    undefined,
    handInPlace,
    live?.first,
  );
  return createSessionStore(
    { ...begin, state: { ...begin.state, ...(hasHome && { hasHome }) } },
    {
      context,
      persist: (events) => {
        writer.add(attempt.append(events));
        recorded(events);
        return attempt.progress();
      },
      news: () => ({ ...storage(), result: { file: writer.file() } }),
    },
  );
}

/** If the code was made with other words of the course. */
function wordsWarning({ index: { words } }: OpenCourse, attempt: LockedAttempt): Warning[] {
  const made = madeWithIn(attempt.exercise().room.code);
  return made && made.words !== words
    ? [{ message: otherWordsText(made, { version: VERSION, words }) }]
    : [];
}

const warningsOf = (attempt: LockedAttempt, writer: ResultWriter): Warning[] => [
  ...(attempt.lock.warning === undefined ? [] : [{ message: attempt.lock.warning }]),
  ...attempt.warnings(),
  ...writer.warnings(),
];
