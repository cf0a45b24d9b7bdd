import type { Board, Check, Choice, Step } from '../core/course/course.js';
import { isRight } from '../core/grade.js';
import { lessonTitle } from '../core/messages/lesson.js';
import { trapText } from '../core/messages/verdict.js';
import { type Asked, askedOf, statementOf } from '../core/views/asked.js';
import { proofsOf } from '../core/views/proof.js';
import {
  boardPart,
  type Handout,
  numberedChoices,
  type PaperChoice,
  type PaperPage,
  type PaperPart,
  questionNumbers,
  roomLine,
} from './handout.js';

/** The key to a handout: all answers in a row, then each choice with its feedback and its trap, and the evidence. */
export function keyPage(handout: Handout): PaperPage {
  const { course, room } = handout;
  const lessons = room.lessons.map(course.lesson);
  const numbers = questionNumbers(lessons);
  const parts = lessons.flatMap((lesson): PaperPart[] => [
    { kind: 'lesson', title: lessonTitle(course.index, lesson) },
    ...lesson.body.flatMap((step) => stepKey(step, handout, numbers)),
  ]);
  return {
    language: course.index.language,
    title: `Key: ${course.index.title}`,
    room: roomLine(handout),
    parts: [{ kind: 'answers', answers: answersIn(parts) }, ...parts],
  };
}

/** The numbers that people see. */
const answersIn = (parts: readonly PaperPart[]): string[] =>
  parts.flatMap((part) =>
    part.kind === 'question'
      ? [`Q${part.number}: ${part.choices.find((choice) => choice.isRight)?.number}`]
      : [],
  );

function stepKey(step: Step, handout: Handout, numbers: ReadonlyMap<string, number>): PaperPart[] {
  if (step.kind === 'check')
    return [keyPart(step, askedOf(step, handout.material), step.choices, handout, numbers)];
  return step.kind === 'board' ? boardKey(step, handout, numbers) : [];
}

/** The board with its right headings, then why for each statement. */
const boardKey = (
  board: Board,
  handout: Handout,
  numbers: ReadonlyMap<string, number>,
): PaperPart[] => [
  boardPart(board, numbers, true),
  ...board.rows.map((row) =>
    keyPart(row, { stem: statementOf(row) }, explainedHeadings(row), handout, numbers),
  ),
];

/** The right heading, and those with feedback of their own. For the others, the feedback of the row explains. */
function explainedHeadings({ choices, key }: Check): Choice[] {
  const own = choices.find(({ id }) => id === key)?.feedback;
  return choices.filter(({ id, feedback }) => id === key || feedback !== own);
}

const keyPart = (
  check: Check,
  asked: Asked,
  explained: readonly Choice[],
  handout: Handout,
  numbers: ReadonlyMap<string, number>,
): PaperPart => ({
  kind: 'question',
  number: numbers.get(check.id) ?? 0,
  ...asked,
  choices: numberedChoices(check, handout)
    .filter(({ choice }) => explained.includes(choice))
    .map(({ number, choice }) => choiceKey(check, number, choice)),
  proofs: proofsOf(check, handout.material),
});

const choiceKey = (
  check: Check,
  number: number,
  { id, text, feedback, misreading }: Choice,
): PaperChoice => ({
  number,
  text,
  isRight: isRight(check, id),
  below: [feedback, ...(misreading ? [trapText(misreading)] : [])],
});
