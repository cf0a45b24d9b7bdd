import { statusText } from '../../core/messages/exercise.js';
import { exerciseStatus, firstChoices, isLengthened } from '../../core/progress/exercise.js';
import { handInOf, shownHandIn } from '../../core/room/hand-in-code.js';
import { plainText } from '../../core/text/sanitize.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import type { Environment } from '../environment.js';
import { unsavedText } from '../learn/goodbye.js';
import type { ExerciseAttempt } from './find-attempt.js';
import { type JoinedWith, joinCommands } from './join-command.js';
import type { ResultWriter } from './result-writer.js';

/** The text after leaving: how far the exercise is, the command that leads back to it, what is not saved, the result's path, and the hand-in code. */
export function leaveText(
  course: OpenCourse,
  attempt: ExerciseAttempt,
  writer: ResultWriter,
  options: JoinedWith,
  environment: Environment,
): string {
  const exercise = attempt.exercise();
  const { again, bySomebodyElse } = joinCommands(course, exercise, options, environment);
  if (exercise.began === undefined) return `${notBegunText(options)} To come back:\n${again}\n`;
  const status = exerciseStatus(exercise, attempt.now());
  const isOpen = status === 'open';
  const hasMoreTime = isLengthened(exercise);
  const code = shownHandIn(
    handInOf(
      course,
      { ...exercise, status, isLengthened: hasMoreTime },
      firstChoices(attempt.progress()),
    ),
  );
  const lost = unsavedText(attempt);
  return [
    `Status: ${statusText(status, hasMoreTime)}. ${isOpen ? 'To continue' : 'To see it again'}:`,
    again,
    ...(isOpen ? [] : ['For someone else at this computer:', bySomebodyElse]),
    ...(lost === undefined ? [] : [lost]),
    resultText(writer),
    `Hand-in code: ${code}`,
    '',
  ].join('\n');
}

const notBegunText = ({ room }: JoinedWith): string =>
  room === undefined
    ? 'You have not begun yet, so nothing is kept.'
    : 'You have not answered anything yet.';

/** Writes the result once more: it may have been removed, or could not be written before. */
function resultText(writer: ResultWriter): string {
  writer.add([]);
  const file = writer.file();
  if (file !== undefined) return `Result: ${plainText(file)}`;
  const reason = writer.warnings().at(-1)?.message ?? '';
  return `The result could not be saved. ${reason} Hand in the code instead.`;
}
