import wrapAnsi from 'wrap-ansi';
import { orderedChoices } from '../../core/choice-order.js';
import type { Board } from '../../core/course/course.js';
import type { SheetItem, SheetQuestion } from '../../core/passage-dependence/sheet-item.js';
import type { Sheet } from '../../core/passage-dependence/sheets.js';
import { sheetLine } from './sheet-line.js';

/** What all sheets of a course have in common. */
export type SheetSet = {
  /** The id of the course. */
  readonly course: string;
  /** The number of sheets. */
  readonly of: number;
  readonly wording: string;
  /** Decides the order of choices. Safe to show on one line. */
  readonly seed: string;
};

const WIDTH = 80;

const ABOUT = [
  "These questions are about a news story that you have not read. Answer each of them from its wording alone. Don't look anything up, and don't ask anybody.",
  'Write one letter after each "Answer:", such as "Answer: B". If you don\'t know, guess. Change nothing else in this file.',
];

const PARAGRAPHS = '"¶2" is the second paragraph of the story.';

/** The file for a reader: plain text with no ids and no keys, in which the reader writes a letter under each question. */
export function sheetText({ number, items }: Sheet, { seed, ...set }: SheetSet): string {
  const count = items.reduce((sum, { questions }) => sum + questions.length, 0);
  const leadWidth = String(count).length + 3;
  let next = 1;
  const parts = items.map((item) => {
    const first = next;
    next += item.questions.length;
    return itemText(item, { first, leadWidth, seed });
  });
  const about = parts.some((part) => part.includes('¶')) ? [...ABOUT, PARAGRAPHS] : ABOUT;
  const head = [
    sheetLine({ ...set, number, count }, seed),
    ...about.map((text) => wrapped('', text)),
  ];
  return `${[...head, ...parts].join('\n\n')}\n`;
}

type Numbering = {
  /** The number of the first question. */
  readonly first: number;
  /** Columns from a question's number to its text: at least two blanks, which no text of a course has in a row. */
  readonly leadWidth: number;
  readonly seed: string;
};

function itemText({ board, questions }: SheetItem, numbering: Numbering): string {
  if (board) return boardText(board, questions, numbering);
  return questions.map((question) => questionText(question, numbering)).join('\n\n');
}

function questionText({ check }: SheetQuestion, { first, leadWidth, seed }: Numbering): string {
  const texts = orderedChoices(check, seed).map(({ text }) => text);
  const indent = ' '.repeat(leadWidth);
  return [
    wrapped(`${first}.`.padEnd(leadWidth), check.stem),
    ...letteredLines(texts, indent),
    `${indent}${ANSWER}`,
  ].join('\n');
}

/** The headings once, then each statement with its own answer. */
function boardText(
  { stem, headings }: Board,
  rows: readonly SheetQuestion[],
  { first, leadWidth }: Numbering,
): string {
  const indent = ' '.repeat(leadWidth);
  const statements = rows.map(({ check }, i) => {
    const lead = `${indent}${`${first + i}.`.padEnd(leadWidth)}`;
    return [wrapped(lead, check.row?.statement ?? check.stem), `${indent}${indent}${ANSWER}`].join(
      '\n',
    );
  });
  const head = [
    wrapped(`${first}-${first + rows.length - 1}.  `, stem),
    ...letteredLines(
      headings.map(({ text }) => text),
      indent,
    ),
  ].join('\n');
  return [head, ...statements].join('\n\n');
}

/** An editor puts the cursor after the blank. */
const ANSWER = 'Answer: ';

const letteredLines = (texts: readonly string[], indent: string): string[] =>
  texts.map((text, i) => wrapped(`${indent}${letterAt(i)}  `, text));

/** @param i from 0 */
const letterAt = (i: number): string => String.fromCharCode('A'.charCodeAt(0) + i);

/** A text after its lead. "Answer:" never begins a line of it: the blank before becomes one at which no line is broken. */
function wrapped(lead: string, text: string): string {
  const kept = text.replaceAll(/ (?=Answer:)/g, '\u00a0');
  const lines = wrapAnsi(kept, WIDTH - lead.length, { hard: true }).split('\n');
  return lines.map((line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line).join('\n');
}
