import { otherWordsText } from '../../core/messages/exercise.js';
import { exerciseStatus, firstChoices, isLengthened } from '../../core/progress/exercise.js';
import { handInOf, shownHandIn } from '../../core/room/hand-in-code.js';
import { cleanName } from '../../core/room/person.js';
import { madeWithIn } from '../../core/room/room-code.js';
import { createSessionStore, type SessionStore } from '../../core/session/session-store.js';
import { start } from '../../core/session/start.js';
import { plainText } from '../../core/text/sanitize.js';
import { VERSION } from '../../core/version.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import type { Warning } from '../../io/progress/warnings.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { printLine, UsageError } from '../errors.js';
import type { ExitReason } from '../exit-codes.js';
import { exitCodeOf } from '../exit-codes.js';
import { unsavedText } from '../learn/goodbye.js';
import { runPlain } from '../learn/run-plain.js';
import { explainLines, isPlain, runOnScreen } from '../learn/run-screens.js';
import { sessionContext } from '../learn/session-context.js';
import { storageNews } from '../learn/storage-news.js';
import { closeAndWarn } from '../progress/print-warnings.js';
import { type ExerciseAttempt, type LockedAttempt, openAttempt } from './exercise-attempt.js';
import { joinCommands } from './join-command.js';
import { type ResultWriter, resultWriter } from './result-writer.js';
import { type RoomOptions, roomOf } from './room-options.js';

export type JoinOptions = RoomOptions & { readonly name?: string };

/** `workshop join CODE [--name] [--lesson...] [--minutes | --until] [--feedback] [--certainty]`: a room's exercise. @returns the exit code */
export async function join(
  code: readonly string[],
  joinOptions: JoinOptions,
  options: Options,
  environment: Environment,
): Promise<number> {
  const course = await chooseCourse(options, environment);
  const room = roomOf(course, code.join(''), joinOptions);
  const request = { name: nameIn(joinOptions), hasTime: hasTime(joinOptions) };
  const attempt = openAttempt(course, room, request, options, environment);
  const writer = resultWriter(course, attempt);
  attempt.tryToSave();
  const session = openSession(course, attempt, writer, options);
  let isTaken = false;
  const ticking = setInterval(() => {
    isTaken ||= !attempt.lock.renew();
    session.dispatch({ type: isTaken ? 'quit' : 'tick' });
  }, TICK);
  let reason: ExitReason;
  try {
    explainLines(options, environment);
    reason = isPlain(options, environment)
      ? await runPlain(
          {
            store: session,
            material: course.material,
            inLesson: false,
            unsaved: attempt.unsaved,
            run: {},
          },
          environment,
        )
      : await runOnScreen(session, course.material, options, environment);
  } finally {
    clearInterval(ticking);
    await closeAndWarn(attempt, environment);
    attempt.lock.release();
    // The other window has the result now.
    if (isTaken) printLine(TAKEN, environment);
    else environment.stdout.write(leaveText(course, attempt, writer, options, environment));
  }
  const unsavedResults = writer.file() === undefined ? 1 : 0;
  return exitCodeOf(reason, attempt.unsaved() + unsavedResults);
}

const TAKEN = 'this exercise was opened in another window, so it was closed here: continue there';

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

function openSession(
  course: OpenCourse,
  attempt: LockedAttempt,
  writer: ResultWriter,
  options: Options,
): SessionStore {
  const context = { ...sessionContext(course, attempt.history, options), now: attempt.now };
  const handInPlace = { file: writer.file() };
  const words = wordsWarning(course, attempt);
  const storage = storageNews(() => [...words, ...warningsOf(attempt, writer)]);
  return createSessionStore(
    start(course.index, attempt.progress(), context, undefined, undefined, handInPlace),
    {
      context,
      persist: (events) => {
        writer.add(attempt.append(events));
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

/** The text after leaving: the commands that the screens named, what is not saved, the result's path, and the hand-in code. */
function leaveText(
  course: OpenCourse,
  attempt: ExerciseAttempt,
  writer: ResultWriter,
  options: Options,
  environment: Environment,
): string {
  const exercise = attempt.exercise();
  const { again, underAnotherName } = joinCommands(course, exercise, options, environment);
  const ownName = exercise.person.named ? '' : `Under a name of your own:\n${underAnotherName}\n`;
  if (exercise.began === undefined)
    return `You have not begun yet. To come back:\n${again}\n${ownName}`;
  const status = exerciseStatus(exercise, attempt.now());
  const chosen = firstChoices(attempt.progress());
  const code = shownHandIn(
    handInOf(course, { ...exercise, status, isLengthened: isLengthened(exercise) }, chosen),
  );
  const commands =
    exercise.handedIn === undefined
      ? `You have not handed in yet. To continue:\n${again}\n${ownName}`
      : `To see it again:\n${again}\nFor someone else at this computer:\n${underAnotherName}\n`;
  const lost = unsavedText(attempt);
  const unsaved = lost === undefined ? '' : `${lost}\n`;
  return `${commands}${unsaved}${resultText(writer)}\nHand-in code: ${code}\n`;
}

/** Writes the result once more: it may have been removed, or could not be written before. */
function resultText(writer: ResultWriter): string {
  writer.add([]);
  const file = writer.file();
  if (file !== undefined) return `Result: ${plainText(file)}`;
  const reason = writer.warnings().at(-1)?.message ?? '';
  return `The result could not be saved. ${reason} Hand in the code instead.`;
}
