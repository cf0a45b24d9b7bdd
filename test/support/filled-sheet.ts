import { isRight } from '../../src/core/grade.js';
import {
  answersIn,
  type FilledSheet,
  type ReaderAnswers,
} from '../../src/core/passage-dependence/reader-answers.js';
import type { SheetQuestion } from '../../src/core/passage-dependence/sheet-item.js';
import type { SheetPlan } from '../../src/core/passage-dependence/sheets.js';
import { readSheet } from '../../src/formats/sheet/read-sheet.js';
import { sheetText } from '../../src/formats/sheet/sheet-text.js';

/** The texts of all sheets of a course called `course`. */
export const sheetTexts = ({ sheets, wording }: SheetPlan, seed: string): string[] =>
  sheets.map((sheet) => sheetText(sheet, { course: 'course', of: sheets.length, wording, seed }));

export const questionsOf = ({ sheets }: SheetPlan): SheetQuestion[] =>
  sheets.flatMap(({ items }) => items.flatMap(({ questions }) => questions));

/** Writes one text after each "Answer:", in order. */
export function filledIn(text: string, answers: readonly string[]): string {
  let i = 0;
  return text.replace(/^( +Answer: )$/gm, (line) => `${line}${answers[i++] ?? ''}`);
}

export function sheetIn(text: string): FilledSheet {
  const sheet = readSheet(text);
  if ('rejected' in sheet) throw new Error(sheet.rejected);
  return sheet;
}

export const readBack = (text: string, questions: readonly SheetQuestion[]): ReaderAnswers =>
  answersIn(sheetIn(text), questions);

/** The letters of a sheet's questions from its text alone, the right one first. */
export function lettersIn(text: string, questions: readonly SheetQuestion[]): string[][] {
  const known = new Map(
    questions.flatMap(({ check }) =>
      check.choices.map(({ id, text: choice }) => [
        `${check.row?.statement ?? check.stem} ${choice}`,
        { check, id },
      ]),
    ),
  );
  return sheetIn(text).questions.map(({ stem, statement, choices }) =>
    choices
      .map(({ letter, text: choice }) => {
        const found = known.get(`${statement ?? stem} ${choice}`);
        return { letter, right: found !== undefined && isRight(found.check, found.id) };
      })
      .sort((a, b) => Number(b.right) - Number(a.right))
      .map(({ letter }) => letter),
  );
}
