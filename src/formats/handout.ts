import { orderedChoices } from '../core/choice-order.js';
import type {
  Board,
  Check,
  Choice,
  CourseLessons,
  Example,
  Lesson,
  Reading,
  Step,
} from '../core/course/course.js';
import type { CourseMaterial } from '../core/course/ledger.js';
import { checksOf } from '../core/course/lesson.js';
import { SORT_ON_PAPER } from '../core/messages/exercise.js';
import { lessonTitle, retoldHeading, SO_FAR, takeAlongText } from '../core/messages/lesson.js';
import type { Room } from '../core/room/room.js';
import { shownCode } from '../core/room/room-code.js';
import { askedOf, statementOf } from '../core/views/asked.js';
import { exampleView } from '../core/views/example.js';
import { document, escaped, table, withBold } from './markdown.js';

export type Handout = {
  readonly course: CourseLessons;
  readonly material: CourseMaterial;
  /** `code` is empty for a handout without a room. */
  readonly room: Room;
  /** Decides the order of the choices. */
  readonly seed: string;
  /** The common end of the room, such as "10:28". */
  readonly endsAt?: string | undefined;
};

/** The exercise on paper, as Markdown: readings, questions, and boxes to tick. */
export function handoutText(handout: Handout): string {
  const { course, room } = handout;
  const lessons = room.lessons.map(course.lesson);
  const numbers = questionNumbers(lessons);
  return document([
    `# ${escaped(course.index.title)}`,
    ...roomPart(handout),
    'Name: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_',
    ...lessons.flatMap((lesson, i) => [
      `## ${escaped(lessonTitle(course.index, lesson))}`,
      ...(i === 0 ? soFarPart(lesson) : []),
      ...lesson.body.flatMap((step) => stepPart(step, handout, numbers)),
      ...habitPart(lesson),
    ]),
  ]);
}

export function roomPart({ room: { code, minutes }, endsAt }: Handout): string[] {
  const parts = [
    ...(code === '' ? [] : [`code ${shownCode(code)}`]),
    ...(minutes > 0 ? [`${minutes} minutes`] : []),
    ...(endsAt === undefined ? [] : [`until ${endsAt}`]),
  ];
  return parts.length > 0 ? [parts.join(' · ')] : [];
}

/** The number of each question by its id. They are numbered across all lessons, from 1. */
export const questionNumbers = (lessons: readonly Lesson[]): ReadonlyMap<string, number> =>
  new Map(lessons.flatMap(checksOf).map(({ id }, i) => [id, i + 1]));

/** What the lessons before have told. Nobody in the room has read them for this exercise. */
const soFarPart = ({ soFar }: Lesson): string[] =>
  soFar === undefined ? [] : [`*${SO_FAR}*`, escaped(soFar)];

const habitPart = ({ habit }: Lesson): string[] =>
  habit === undefined ? [] : [takeAlongText(habit)];

function stepPart(step: Step, handout: Handout, numbers: ReadonlyMap<string, number>): string[] {
  switch (step.kind) {
    case 'example':
      return examplePart(step);
    case 'reading':
      return readingPart(step, handout.material);
    case 'check':
      return questionPart(step, handout, numbers);
    case 'board':
      return boardPart(step, numbers);
  }
}

function examplePart(example: Example): string[] {
  const { invented, sentence, habit, says } = exampleView(example);
  return [`*${invented}*`, `> ${withBold(sentence)}`, `**${habit}** ${escaped(says)}`];
}

function readingPart({ passages, lookFor }: Reading, material: CourseMaterial): string[] {
  const found = passages.flatMap(
    (id) => material.passages.find((passage) => passage.id === id) ?? [],
  );
  return [
    ...found.flatMap((passage) => [
      `*${escaped(retoldHeading(passage))}*`,
      passage.sentences.map(({ text }) => escaped(text)).join(' '),
    ]),
    ...(lookFor === undefined ? [] : [`Look for: ${escaped(lookFor)}`]),
  ];
}

/** The choices with their numbers on screen. */
export const numberedChoices = (
  check: Check,
  { seed }: Handout,
): { number: number; choice: Choice }[] =>
  orderedChoices(check, seed).map((choice, i) => ({ number: i + 1, choice }));

/** The number of a question with what it asks. */
export function askedPart(
  check: Check,
  { material }: Handout,
  numbers: ReadonlyMap<string, number>,
): string[] {
  const { stem, about } = askedOf(check, material);
  const asked = `**${numbers.get(check.id)}.** ${escaped(stem)}`;
  return about === undefined ? [asked] : [asked, escaped(about)];
}

function questionPart(
  check: Check,
  handout: Handout,
  numbers: ReadonlyMap<string, number>,
): string[] {
  const choices = numberedChoices(check, handout).map(
    ({ number, choice }) => `- ☐ ${number}  ${escaped(choice.text)}`,
  );
  return [...askedPart(check, handout, numbers), choices.join('\n')];
}

const boardPart = (board: Board, numbers: ReadonlyMap<string, number>): string[] => [
  `${boardStem(board, numbers)} ${SORT_ON_PAPER}`,
  boardTable(board, numbers, () => '☐'),
];

/** The numbers of a board's rows with its stem: "5-8. What does the story report about each step?" */
export function boardStem({ rows, stem }: Board, numbers: ReadonlyMap<string, number>): string {
  const [first, last] = [rows[0], rows.at(-1)].map((row) => numbers.get(row?.id ?? ''));
  return `**${first}-${last}.** ${escaped(stem)}`;
}

/** The headings once, and a line for each statement. */
export const boardTable = (
  { headings, rows }: Board,
  numbers: ReadonlyMap<string, number>,
  cellOf: (row: Check, heading: string) => string,
): string =>
  table(
    ['', ...headings.map(({ text }, i) => `${i + 1} ${escaped(text)}`)],
    rows.map((row) => [
      `**${numbers.get(row.id)}.** ${escaped(statementOf(row))}`,
      ...headings.map(({ id }) => cellOf(row, id)),
    ]),
  );
