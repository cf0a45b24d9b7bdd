import type {
  FilledQuestion,
  FilledSheet,
  LetteredChoice,
} from '../../core/passage-dependence/reader-answers.js';
import { plainText } from '../../core/text/sanitize.js';
import { readSheetLine } from './sheet-line.js';

/** Why a file is no sheet, as the end of a sentence. */
export type NoSheet = { readonly rejected: string };

/**
 * Reads a sheet that a reader has filled in. An editor may have changed indentation, line breaks and blank lines.
 * @param text of a file that can be anything
 */
export function readSheet(text: string): FilledSheet | NoSheet {
  const lines = text.split(/\r\n|[\n\r]/).map((line) => line.trim());
  const heads = lines.flatMap((line) => readSheetLine(plainText(line)) ?? []);
  const [head] = heads;
  if (!head) return { rejected: 'is not a sheet, or its first line is damaged' };
  if (heads.length > 1) return { rejected: 'has several sheets: give each a file of its own' };
  const questions = questionsOf(entriesIn(lines));
  return questions.length > 0
    ? { ...head, questions }
    : { rejected: 'has no question that can be read' };
}

/** A line that begins something, with the lines that continue it. */
type SheetEntry = {
  readonly kind: 'question' | 'board' | 'choice' | 'answer';
  /** The numbers of the question or of the rows, or a letter; empty for an answer. */
  readonly lead: readonly string[];
  /** What the lines say. Joined at the end: to join each line at once takes time quadratic in the length. */
  readonly parts: string[];
};

/** Texts of a course have no two blanks in a row, so nothing within a text looks like these. */
const LEADS: readonly (readonly [SheetEntry['kind'], RegExp])[] = [
  ['board', /^(\d{1,9})-(\d{1,9})\.(?: {2,}|\t)(.*)$/],
  ['question', /^(\d{1,9})\.(?: {2,}|\t)(.*)$/],
  ['choice', /^([A-Z])(?: {2,}|\t)(.*)$/],
  ['answer', /^Answer:(.*)$/],
];

function entriesIn(lines: readonly string[]): SheetEntry[] {
  const entries: SheetEntry[] = [];
  for (const line of lines) {
    const [begun] = LEADS.flatMap(([kind, pattern]) => entryOf(kind, pattern.exec(line)));
    const last = entries.at(-1);
    if (begun) entries.push(begun);
    // A letter can be on the line below "Answer:". What a reader writes below an answer is not part of it.
    else if (last && line !== '' && !(last.kind === 'answer' && last.parts.length > 0))
      last.parts.push(plainText(line));
  }
  return entries;
}

function entryOf(kind: SheetEntry['kind'], match: RegExpExecArray | null): SheetEntry[] {
  if (!match) return [];
  const lead = match.slice(1, -1);
  const text = plainText(match.at(-1) ?? '').trim();
  return [{ kind, lead, parts: text === '' ? [] : [text] }];
}

type UnfinishedQuestion = FilledQuestion & {
  readonly choices: LetteredChoice[];
  readonly written: string[];
};

type FilledBoard = {
  readonly stem: string;
  readonly from: number;
  readonly to: number;
  readonly choices: LetteredChoice[];
};

function questionsOf(entries: readonly SheetEntry[]): FilledQuestion[] {
  const questions: UnfinishedQuestion[] = [];
  let board: FilledBoard | undefined;
  let question: UnfinishedQuestion | undefined;
  for (const { kind, lead, parts } of entries) {
    const text = parts.join(' ');
    const [first = '', second = ''] = lead;
    if (kind === 'board') {
      board = { stem: text, from: Number(first), to: Number(second), choices: [] };
      question = undefined;
    } else if (kind === 'question') {
      board = board && isRowOf(board, Number(first)) ? board : undefined;
      question = begun(Number(first), text, board);
      questions.push(question);
    } else if (kind === 'choice') (question ?? board)?.choices.push({ letter: first, text });
    else question?.written.push(text);
  }
  return questions;
}

const isRowOf = ({ from, to }: FilledBoard, number: number): boolean =>
  number >= from && number <= to;

/** A row of a board has the choices of the board. */
const begun = (number: number, text: string, board: FilledBoard | undefined): UnfinishedQuestion =>
  board
    ? { number, stem: board.stem, statement: text, choices: board.choices, written: [] }
    : { number, stem: text, choices: [], written: [] };
