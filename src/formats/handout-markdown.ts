import {
  ANSWERS_TITLE,
  asRetoldText,
  NAME_LABEL,
  WRITE_NUMBERS,
} from '../core/messages/exercise.js';
import type { PaperBoard, PaperChoice, PaperPage, PaperPart, PaperQuestion } from './handout.js';
import { document, escaped, table, withBold } from './markdown.js';

/** A handout or its key as Markdown. */
export const paperMarkdown = ({ title, room, parts }: PaperPage): string =>
  document([
    `# ${escaped(title)}`,
    ...(room === '' ? [] : [room]),
    ...parts.flatMap((part) => partText(part, room)),
  ]);

function partText(part: PaperPart, room: string): string[] {
  switch (part.kind) {
    case 'lesson':
      return [`## ${escaped(part.title)}`];
    case 'note':
      return [`*${escaped(part.text)}*`];
    case 'text':
      return [withBold(part.text)];
    case 'quote':
      return [`> ${withBold(part.text)}`];
    case 'question':
      return questionTexts(part);
    case 'board':
      return [`**${part.numbers}.** ${escaped(part.stem)}`, boardTable(part)];
    case 'strip':
      return stripTexts(part.numbers, room);
    case 'answers':
      return [part.answers.join(' · ')];
  }
}

const questionTexts = ({ number, stem, about, choices, proofs }: PaperQuestion): string[] => [
  `**${number}.** ${escaped(stem)}`,
  ...(about === undefined ? [] : [escaped(about)]),
  choices.map(choiceItem).join('\n'),
  ...proofs.map(({ place, sentences }) => {
    const texts = sentences.map((sentence) => `> ${withBold(sentence)}`);
    return `${escaped(asRetoldText(place))}\n\n${texts.join('\n>\n')}`;
  }),
];

const choiceItem = ({ number, text, isRight, below }: PaperChoice): string => {
  const mark = isRight === undefined ? '☐' : isRight ? '✓' : '✗';
  return [`- ${mark} ${number}  ${escaped(text)}`, ...below.map(escaped)].join('  \n  ');
};

/** The headings once, and a line for each statement. */
const boardTable = ({ headings, rows }: PaperBoard): string =>
  table(
    ['', ...headings.map(({ text }, i) => `${i + 1} ${escaped(text)}`)],
    rows.map(({ number, statement, right }) => [
      `**${number}.** ${escaped(statement)}`,
      ...headings.map(({ id }) => (right === undefined ? '☐' : id === right ? '✓' : '')),
    ]),
  );

const LINE = '\\_'.repeat(25);

/** A wider table does not fit a sheet of paper. */
const BOXES_IN_ROW = 10;

/** It can be torn off, so it repeats the code. */
function stripTexts(numbers: readonly number[], room: string): string[] {
  const rows = Array.from({ length: Math.ceil(numbers.length / BOXES_IN_ROW) }, (_, i) =>
    numbers.slice(i * BOXES_IN_ROW, (i + 1) * BOXES_IN_ROW),
  );
  return [
    '---',
    `## ${ANSWERS_TITLE}`,
    [`${NAME_LABEL} ${LINE}`, ...(room === '' ? [] : [room])].join(' · '),
    WRITE_NUMBERS,
    ...rows.map((row) => table(row.map(String), [row.map(() => '  ')])),
  ];
}
