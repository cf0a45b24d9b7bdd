import type { Board, Check, Choice, Step } from '../core/course/course.js';
import { isRight } from '../core/grade.js';
import { lessonTitle } from '../core/messages/lesson.js';
import { trapText } from '../core/messages/verdict.js';
import { statementOf } from '../core/views/asked.js';
import { proofsOf } from '../core/views/proof.js';
import {
  askedPart,
  boardStem,
  boardTable,
  type Handout,
  numberedChoices,
  questionNumbers,
  roomPart,
} from './handout.js';
import { document, escaped, withBold } from './markdown.js';

/** The key to a handout, as Markdown: each choice with its feedback and its trap, and the evidence. */
export function handoutKeyText(handout: Handout): string {
  const { course, room } = handout;
  const lessons = room.lessons.map(course.lesson);
  const numbers = questionNumbers(lessons);
  return document([
    `# Key: ${escaped(course.index.title)}`,
    ...roomPart(handout),
    ...lessons.flatMap((lesson) => [
      `## ${escaped(lessonTitle(course.index, lesson))}`,
      ...lesson.body.flatMap((step) => stepKey(step, handout, numbers)),
    ]),
  ]);
}

function stepKey(step: Step, handout: Handout, numbers: ReadonlyMap<string, number>): string[] {
  if (step.kind === 'check') return checkKey(step, handout, numbers);
  return step.kind === 'board' ? boardKey(step, handout, numbers) : [];
}

const checkKey = (
  check: Check,
  handout: Handout,
  numbers: ReadonlyMap<string, number>,
): string[] => [
  ...askedPart(check, handout, numbers),
  choiceList(check, handout, check.choices),
  ...evidencePart(check, handout),
];

/** The board with its right headings, then why for each statement. */
const boardKey = (
  board: Board,
  handout: Handout,
  numbers: ReadonlyMap<string, number>,
): string[] => [
  boardStem(board, numbers),
  boardTable(board, numbers, (row, heading) => (isRight(row, heading) ? '✓' : '')),
  ...board.rows.flatMap((row) => [
    `**${numbers.get(row.id)}.** ${escaped(statementOf(row))}`,
    choiceList(row, handout, explainedHeadings(row)),
    ...evidencePart(row, handout),
  ]),
];

/** The right heading, and those with feedback of their own. For the others, the feedback of the row explains. */
function explainedHeadings({ choices, key }: Check): Choice[] {
  const own = choices.find(({ id }) => id === key)?.feedback;
  return choices.filter(({ id, feedback }) => id === key || feedback !== own);
}

const choiceList = (check: Check, handout: Handout, shown: readonly Choice[]): string =>
  numberedChoices(check, handout)
    .filter(({ choice }) => shown.includes(choice))
    .map(({ number, choice }) => choiceItem(check, number, choice))
    .join('\n');

function choiceItem(check: Check, number: number, { id, text, feedback, misreading }: Choice) {
  const mark = isRight(check, id) ? '✓' : '✗';
  const below = [feedback, ...(misreading ? [trapText(misreading)] : [])];
  return [`- ${mark} ${number}  ${escaped(text)}`, ...below.map(escaped)].join('  \n  ');
}

const evidencePart = (check: Check, { material }: Handout): string[] =>
  proofsOf(check, material).map(({ place, sentences }) => {
    const texts = sentences.map((parts) => `> ${withBold(parts)}`);
    return `${escaped(place)}, as we retell it:\n\n${texts.join('\n>\n')}`;
  });
