import { counted } from '../../core/text/english.js';

/** The first line of a sheet: what is needed to count the answers, and to write the same sheets again. */
export type SheetLine = {
  readonly number: number;
  readonly of: number;
  /** How many questions the sheet has. */
  readonly count: number;
  /** The id of the course. */
  readonly course: string;
  /** The hash of the words of all questions. */
  readonly wording: string;
};

/** `Sheet 1 of 3: 7 questions, night-ferry 5c01f2aa, seed "sheet"`. */
export const sheetLine = (
  { number, of, count, course, wording }: SheetLine,
  seed: string,
): string =>
  `Sheet ${number} of ${of}: ${counted(count, 'question')}, ${course} ${wording}, seed "${seed}"`;

const SHEET_LINE =
  /^\W*Sheet (\d{1,9}) of (\d{1,9}): (\d{1,9}) questions?, ([\w-]+) ([0-9a-f]{8})(?!\w)/;

/** @returns undefined if the line is something else */
export function readSheetLine(line: string): SheetLine | undefined {
  const [, number, of, count, course = '', wording = ''] = SHEET_LINE.exec(line) ?? [];
  if (number === undefined) return undefined;
  return { number: Number(number), of: Number(of), count: Number(count), course, wording };
}
