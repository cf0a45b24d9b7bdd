import type { CourseIndex, Lesson, Step } from '../course/course.js';
import { checksIn } from '../course/lesson.js';
import { attemptAt } from '../progress/attempt.js';
import { type ExerciseScore, questionNumber } from '../progress/exercise.js';
import type { Exercise } from '../progress/progress.js';
import type { AttemptStatus } from '../room/attempt-status.js';
import { shownHandIn } from '../room/hand-in-code.js';
import { type MadeWith, madeWithText } from '../room/made-with.js';
import { nameOfNobody, type PeopleHere } from '../room/people-here.js';
import type { Person } from '../room/person.js';
import type { Feedback, Rejection, Room } from '../room/room.js';
import { shownCode } from '../room/room-code.js';
import type { MenuEntry } from '../state/menu-entry.js';
import type { FieldRoute } from '../state/route.js';
import type { HandInPlace, State } from '../state/state.js';
import { counted, fullStop, listed } from '../text/english.js';
import { plainText } from '../text/sanitize.js';
import { lessonTitle, stepCount, takeAlongText } from './lesson.js';

export const EXERCISE_TITLE = 'Exercise';

export const codeText = ({ code }: Room): string => `code ${shownCode(code)}`;

/** "14 min left"; "last minute" from 1 down. */
export const timeText = (minutes: number): string =>
  minutes <= 1 ? 'last minute' : `${minutes} min left`;

export const nameText = ({ person: { name, named } }: Exercise): string =>
  `${fullStop(`You take part as ${plainText(name)}`)}${named ? '' : ' The program made this name up, and you can change it.'}`;

/** The lessons of the exercise, one line each. */
export const lessonsTexts = (course: CourseIndex, { lessons }: Room): string[] =>
  course.lessons
    .filter(({ id }) => lessons.includes(id))
    .map(
      (lesson) => `${lessonTitle(course, lesson)}: ${counted(lesson.checks.length, 'question')}`,
    );

/** A moment of reading, in milliseconds since 1970, and the reader's offset from UTC in minutes, east positive. */
export type Clock = { readonly now: number; readonly offset: number };

const MINUTE = 60_000;
const HALF_A_DAY = 12 * 60 * MINUTE;

/** A moment on the reader's clock: "10:28". With its date, "2026-11-29 10:28", if it is more than half a day away. */
export function momentText(moment: number, { now, offset }: Clock): string {
  const local = new Date(moment + offset * MINUTE).toISOString();
  const time = local.slice(11, 16);
  return Math.abs(moment - now) > HALF_A_DAY ? `${local.slice(0, 10)} ${time}` : time;
}

/** Why nobody can begin after the room's common end. On the next line, what to type instead. */
export const endedText = (
  { until = 0 }: Pick<Room, 'until'>,
  clock: Clock,
  command = 'on-the-record workshop join CODE --minutes 10',
): string =>
  `this exercise ended at ${momentText(until, clock)}, and it is ${momentText(clock.now, clock)} on this computer. To take part for 10 minutes, type this:\n${command}`;

/** What joining says if the code was made with other words of the same questions. */
export const otherWordsText = (made: MadeWith, here: MadeWith): string =>
  `The code was made with version ${madeWithText(made)}. This computer has version ${madeWithText(here)}. The questions are the same, but some words differ from those that others in the room read.`;

/** @param endsAt the common end of the room on the reader's clock, if it has one */
export function rulesTexts(
  { minutes, feedback, certainty }: Omit<Room, 'code'>,
  endsAt: string | undefined,
): string[] {
  return [
    limitText(minutes, endsAt),
    ...(certainty ? ['With each answer, say how sure you are.'] : []),
    `${verdictsText(feedback)} Your first answer counts.`,
  ];
}

export const verdictsText = (feedback: Feedback): string =>
  feedback === 'now'
    ? 'After each answer you see whether it is right, and why.'
    : 'After you hand in, you see which answers are right, and why.';

/** For the facilitator of a room that asks for certainty. */
export const COLLECT_FILES = "Collect the files: a hand-in code doesn't say how sure people were.";

function limitText(minutes: number, endsAt: string | undefined): string {
  if (endsAt !== undefined)
    return `The time ends at ${endsAt} for everyone. Being quick earns nothing.`;
  return minutes === 0
    ? 'Take the time you need.'
    : `You have ${counted(minutes, 'minute')} from when you begin. Being quick earns nothing.`;
}

/** "3 of 8 questions answered". */
const answeredText = ({ answered, of }: ExerciseScore): string =>
  `${answered} of ${counted(of, 'question')} answered`;

/** "3 of 8 questions answered, not handed in". */
export const openText = (score: ExerciseScore): string =>
  `${answeredText(score)}, ${STATUS_TEXTS.open}`;

/** Asked before an exercise is handed in with unanswered questions. */
export const openQuestionsText = ({ answered, of }: ExerciseScore): string =>
  `${counted(of - answered, 'question has', 'questions have')} no answer. Hand in anyway?`;

/** "question 3 of 14", "questions 3-6 of 14". */
function questionText({ number, of }: { number: number; of: number }, count: number): string {
  return count === 1
    ? `question ${number} of ${of}`
    : `questions ${number}-${number + count - 1} of ${of}`;
}

export const ANSWER_PENDING =
  'Your answer is saved. After you hand in the exercise, you see whether it is right.';

/** The same for a sort board. */
export const BOARD_PENDING =
  'Your answers are saved. After you hand in the exercise, you see which of them are right.';

export const EXERCISE_HELP: readonly string[] = [
  'Each answer is saved at once, in the file that you hand in. Statements that you sort are saved together, once each has a heading and you press Enter. You can leave at any time: join again with the same code and name to continue at the same step. A time limit keeps running.',
  'You can look back and use hints at no cost, but not in a closed-book lesson or in any lesson after it.',
  'Your first answer to a question counts. Press Esc to see how far you are, or to hand in.',
];

export const COMPLETE = 'That was the last question.';

/** "6 of 8 right, 1 not answered". */
export function scoreText({ answered, right, of }: ExerciseScore): string {
  const score = `${right} of ${of} right`;
  return answered === of ? score : `${score}, ${of - answered} not answered`;
}

/** How far a person is, in a report of the room and on the person's own page. */
export const statusText = (status: AttemptStatus, isLengthened: boolean): string =>
  `${STATUS_TEXTS[status]}${isLengthened ? ', with more time' : ''}`;

export const STATUS_TEXTS: Readonly<Record<AttemptStatus, string>> = {
  'handed-in': 'handed in',
  'time-over': 'time ran out',
  open: 'not handed in',
};

export const handedInText = ({ because }: Pick<Exercise, 'because'>): string =>
  because === 'time' ? 'The time is over. Your answers are handed in.' : 'Handed in.';

export const othersText = ({ person: { name } }: Exercise): string =>
  `${fullStop(`These answers are from ${plainText(name)}`)} Anyone else at this computer must use another name.`;

/** What to ask next time, after the hand-in: the habits of the lessons of the exercise, each once. */
export function takeAlongTexts(course: CourseIndex, { lessons }: Room): string[] {
  const habits = course.lessons
    .filter(({ id }) => lessons.includes(id))
    .flatMap(({ habit }) => habit ?? []);
  return [...new Set(habits)].map(takeAlongText);
}

export const giveText = ({ file }: HandInPlace): string =>
  file === undefined ? 'Give your facilitator this:' : 'Give your facilitator one of these two:';
export const FILE_LABEL = 'the file';
export const codeLabel = ({ file }: HandInPlace): string =>
  `${file === undefined ? 'this' : 'or this'} code, typed or read aloud`;

/** The code grouped for reading aloud. Empty before the hand-in. */
export const handInText = ({ code }: HandInPlace): string =>
  code === undefined ? '' : shownHandIn(code);

export const savedText = (file: string): string =>
  `Each answer is saved at once in ${plainText(file)}.`;

export function exerciseEntryText({ id }: MenuEntry, { answered, of }: ExerciseScore): string {
  switch (id) {
    case 'begin':
      return 'Begin';
    case 'resume':
      return answered === of ? 'Look at the questions again' : 'Continue';
    case 'hand-in-open':
      return 'Hand in anyway';
    case 'rename':
      return 'Change the name';
    case 'leave-home':
      return 'Back to home';
    case 'hand-in':
      return answered === of ? 'Hand in' : `Hand in (${of - answered} not answered)`;
    case 'see-answers':
      return 'See the answers';
    default:
      return 'Leave';
  }
}

/** Where a step is: "step 4 of 13", or in an exercise the number of the question. */
export function stepText({ course, progress }: State, lesson: Lesson, step: Step): string {
  const { exercise } = progress;
  const { length } = checksIn(step);
  return exercise && length > 0
    ? questionText(questionNumber(course, exercise, lesson.id, step.id), length)
    : stepCount(lesson, attemptAt(progress, lesson.id), step.id);
}

/** The strip of a handout that people hand in. */
export const ANSWERS_TITLE = 'Your answers';
export const NAME_LABEL = 'Name:';
export const WRITE_NUMBERS =
  'Below the number of each question, write the number of your choice. If you have no answer, leave the box empty.';

/** Above the sentences of a key that prove an answer. */
export const asRetoldText = (place: string): string => `${place}, in our retelling:`;

/** The pages on which a learner types a code or a name. */
export const JOIN_TITLE = 'Join a room';
export const RENAME_TITLE = 'Change the name';
export const ASK_CODE = 'Type the code from your facilitator:';
export const CODE_NOTE = 'Capital letters, spaces and dashes make no difference.';
export const ASK_NAME = 'Type your name, as your facilitator will see it:';
export const RENAME_LATER = 'You can change the name until you hand in.';

/** What to type in line mode, before the colon. */
export const LINE_ASKS: Readonly<Record<FieldRoute['asks'], string>> = {
  code: 'the code, home or q',
  name: 'a name, or just Enter',
  'new-name': 'another name, or just Enter',
};

export const NO_CODE = 'Type the code first.';
export const NO_NAME = 'A name needs a letter, a digit or an emoji.';

/** @param rejected the end of a sentence that begins with the code */
export const codeRejectedText = (typed: string, { rejected }: Rejection): string =>
  `'${plainText(typed).trim()}' ${rejected}.`;

export const nameTakenText = (name: string): string =>
  `${plainText(name)} has begun this exercise on this computer. Type another name.`;

export const severalBegunText = (begun: readonly Person[]): string =>
  `${listed(begun.map(({ name }) => plainText(name)))} have begun this exercise on this computer. To continue, type one of these names. If you're somebody else, type your own.`;

/** Who takes part if nobody types a name. */
export function withoutNameText(people: PeopleHere): string {
  const name = nameOfNobody(people);
  if (name === undefined) return severalBegunText(people.begun);
  return people.begun.length === 0
    ? fullStop(`Without a name, you take part as ${plainText(name)}`)
    : fullStop(
        `${plainText(name)} has begun this exercise on this computer. Without a name, you continue as ${plainText(name)}`,
      );
}

/** What to do with a sort board on paper. */
export const SORT_ON_PAPER = 'Tick one heading for each statement.';
