import type {
  AgainstChance,
  DependenceReport,
  QuestionResult,
  ReaderResult,
} from '../../core/passage-dependence/report.js';
import { sameAnswers } from '../../core/passage-dependence/same-answers.js';
import type { SheetQuestion } from '../../core/passage-dependence/sheet-item.js';
import { counted, listed } from '../../core/text/english.js';
import type { SheetReport } from './report-json.js';

/** What `check --answers` prints. */
export const sheetReportText = ({ course, report, leftOut }: SheetReport): string =>
  [
    `Answered without the story: ${course.title}`,
    ...resultParts(report),
    ...leftOutPart(leftOut),
  ].join('\n\n');

function resultParts(report: DependenceReport): string[] {
  const { readers, p } = report;
  if (readers.length === 0) return ['No sheet could be counted.'];
  if (p === undefined) return ['No answer could be counted.', ...notesPart(report)];
  return [
    readerTable(report).join('\n'),
    pText(report, p),
    everyReaderPart(report),
    questionPart(report),
    ...notesPart(report),
  ];
}

type NamedCount = AgainstChance & { readonly name: string };

/** A row for each name: how many answers were right, and how many guesses would be. */
function table(title: string, rows: readonly NamedCount[]): string[] {
  const width = Math.max(title.length, ...rows.map(({ name }) => name.length + 2));
  const line = (name: string, right: string, chance: string): string =>
    `${name.padEnd(width)}  ${right.padStart(12)}  ${chance.padStart(9)}`;
  return [
    line(title, 'right', 'by chance'),
    ...rows.map(({ name, right, answered, chance }) =>
      line(`  ${name}`, `${right} of ${answered}`, chance.toFixed(1)),
    ),
  ];
}

const readerTable = (report: DependenceReport): string[] =>
  table('Readers', [
    ...report.readers.map((reader) => ({ ...reader, name: reader.file })),
    { ...report, name: 'All' },
  ]);

/** Above this, we take guesses for an explanation. */
const LEVEL = 0.05;

const pText = ({ right, answered }: DependenceReport, p: number): string =>
  [
    `p ${shownP(p)}: the probability of ${right} or more right answers of ${answered} if each answer is a separate guess.`,
    p < LEVEL
      ? 'Readers who only guess rarely get this result: some questions can be answered without the story.'
      : 'Guessing alone can explain this result.',
    'If readers share a reason for an answer, the true p is higher.',
  ].join('\n');

/** Below the smallest number that a program can hold, p is 0. */
const shownP = (p: number): string => (p < 1e-300 ? '< 1e-300' : `= ${p.toPrecision(2)}`);

function everyReaderPart({
  questions,
  everyReader,
  everyReaderByChance,
}: DependenceReport): string {
  const head =
    `Right for every reader: ${everyReader.length} of ${counted(questions.length, 'question')}. ` +
    `Guesses would give about ${everyReaderByChance.toFixed(1)}.`;
  const lines = everyReader.map(
    ({ question, answered }) =>
      `  ${counted(answered, 'reader').padStart(10)}  ${idOf(question)}  ${asksOf(question)}`,
  );
  return [head, ...lines].join('\n');
}

/** The questions that readers got right most often come first. */
const questionPart = ({ questions }: DependenceReport): string =>
  table(
    'Each question',
    [...questions]
      .sort((a, b) => shareOf(b) - shareOf(a))
      .map((result) => ({ ...result, name: idOf(result.question) })),
  ).join('\n');

const shareOf = ({ right, answered }: QuestionResult): number => right / answered;

const idOf = ({ lesson, check }: SheetQuestion): string => `${lesson}/${check.id}`;

const asksOf = ({ check }: SheetQuestion): string => check.row?.statement ?? check.stem;

function notesPart({ readers }: DependenceReport): string[] {
  const notes = [
    ...readers.flatMap((reader) => readerNotes(reader).map((note) => `  ${reader.file}: ${note}`)),
    ...sameAnswers(readers).map(sameNote),
  ];
  return notes.length === 0 ? [] : [['To look at', ...notes].join('\n')];
}

/** @param readers of one sheet */
const sameNote = (readers: readonly ReaderResult[]): string =>
  `  ${listed(readers.map(({ file }) => file))}: the same answers to sheet ${readers[0]?.sheet}. If one is a copy, remove it`;

function readerNotes({ isOlder, read }: ReaderResult): string[] {
  const { blank, unclear, unknown, missing } = read;
  const unclearList = unclear.map(({ number, written }) => `${number} "${excerpt(written)}"`);
  const unknownList = unknown.map(({ number, asks }) => `${number} "${excerpt(asks)}"`);
  const why = isOlder
    ? 'the course has changed since the sheet was written. Not in the course now'
    : 'changed or cut in the file';
  return [
    ...(blank.length > 0 ? [`no answer to ${questionList(blank)}`] : []),
    ...(unclear.length > 0 ? [`not one of the letters: ${questionList(unclearList)}`] : []),
    ...(unknown.length > 0 ? [`${why}, and left out: ${questionList(unknownList)}`] : []),
    ...(isOlder && unknown.length === 0
      ? ['the course has changed since the sheet was written, but not in these questions']
      : []),
    ...(missing > 0 ? [`missing in the file: ${counted(missing, 'question')} of the sheet`] : []),
  ];
}

/** @param which the numbers of questions, each with what is wrong */
const questionList = (which: readonly (number | string)[]): string =>
  `question${which.length === 1 ? '' : 's'} ${listed(which)}`;

const LONGEST = 60;

function excerpt(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}

const leftOutPart = (leftOut: SheetReport['leftOut']): string[] =>
  leftOut.length === 0
    ? []
    : [['Left out', ...leftOut.map(({ file, why }) => `  ${file} ${why}`)].join('\n')];
