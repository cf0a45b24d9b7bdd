import { expect, test } from 'vitest';
import { chance } from '../../../scripts/chance.mjs';
import {
  answersIn,
  type FilledSheet,
  type ReaderAnswer,
} from '../../../src/core/passage-dependence/reader-answers.js';
import { dependenceReport, type ReaderFile } from '../../../src/core/passage-dependence/report.js';
import type { SheetQuestion } from '../../../src/core/passage-dependence/sheet-item.js';
import { hasSheets, planSheets } from '../../../src/core/passage-dependence/sheets.js';
import { plainText } from '../../../src/core/text/sanitize.js';
import { readSheet } from '../../../src/formats/sheet/read-sheet.js';
import { sheetReportJson } from '../../../src/formats/sheet/report-json.js';
import { sheetReportText } from '../../../src/formats/sheet/report-text.js';
import { boardCourse } from '../../support/board-course.js';
import { filledIn, questionsOf, sheetIn, sheetTexts } from '../../support/filled-sheet.js';

const HOSTILE = [
  '\0',
  '\u001b[2J',
  '\u202e',
  '\ud800',
  '\n',
  '\r',
  '\t',
  '  ',
  'A  ',
  '9-1.  ',
  '99.  ',
  'Answer:',
  '说',
  '"',
  'Sheet 1 of 2:',
];

const { next, whole, pick } = chance(20261129);

/** One of the things that happen to a file: a part is lost, doubled, moved or overwritten, or something is put in. */
function damaged(text: string): string {
  const [from, to] = [whole(0, text.length), whole(0, text.length)].sort((a, b) => a - b);
  const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const small = text.slice(from, (from ?? 0) + whole(1, 40));
  return pick([
    () => before + after,
    () => before + part + part + after,
    () => after + part + before,
    () => before + pick(HOSTILE) + text.slice((from ?? 0) + 1),
    () => before + pick(HOSTILE) + part + after,
    () => text.replace(small, ''),
    () => text.replaceAll(small, small + small),
    () => before + [...small].map(() => String.fromCharCode(whole(0, 0xffff))).join('') + after,
  ])().slice(0, 8000);
}

/** The letter that the answer has on the sheet. */
function letterOf({ question, choice }: ReaderAnswer, sheet: string): string | undefined {
  const text = question.check.choices.find(({ id }) => id === choice)?.text ?? '';
  return onSheet(question, sheet)?.choices.find((one) => one.text === text)?.letter;
}

/** The letter that was written for the question of an answer. */
function writtenFor({ question }: ReaderAnswer, sheet: string, written: readonly string[]) {
  const number = onSheet(question, sheet)?.number ?? 0;
  return written[number - 1]?.toUpperCase();
}

const onSheet = ({ check: { row, stem } }: SheetQuestion, sheet: string) =>
  undamaged(sheet).questions.find((one) =>
    row ? one.statement === row.statement : one.statement === undefined && one.stem === stem,
  );

const known = new Map<string, FilledSheet>();

function undamaged(sheet: string): FilledSheet {
  const filled = known.get(sheet) ?? sheetIn(sheet);
  known.set(sheet, filled);
  return filled;
}

/** The first letter on the line of each answer or on the line below, as a capital letter. */
const answerLetters = (text: string): string[] =>
  [
    ...text
      .split(/\r\n|[\n\r]/)
      .map(plainText)
      .join('\n')
      .matchAll(/Answer:[^\p{L}\p{N}]*(\p{L})/gu),
  ].map(([, letter = '']) => letter.normalize('NFKC').toUpperCase());

test('ten thousand damaged sheets do no harm: each is left out or read, and no answer is made up', () => {
  const plan = planSheets(boardCourse.lessons, boardCourse.material, 'seed');
  const sheets = hasSheets(plan) ? sheetTexts(plan, 'seed') : [];
  const asked = hasSheets(plan) ? questionsOf(plan) : [];
  const read: ReaderFile[] = [];
  const leftOut: { file: string; why: string }[] = [];
  let asWritten = 0;
  for (let i = 0; i < 10_000; i++) {
    const sheet = pick(sheets);
    const written = Array.from({ length: 10 }, () => pick(['A', 'b', 'D', '', '?']));
    let text = filledIn(sheet, written);
    for (let left = whole(1, 2); left > 0; left--) text = damaged(text);
    const filled = readSheet(text);
    if ('rejected' in filled) leftOut.push({ file: `${i}`, why: filled.rejected });
    else {
      const found = answersIn(filled, asked);
      read.push({ file: `${i}`, sheet: filled.number, isOlder: next() < 0.5, read: found });
      const letters = answerLetters(text);
      for (const answer of found.answers) {
        const letter = letterOf(answer, sheet);
        if (!letter || !letters.includes(letter)) expect.fail(`${letter} is made up`);
        if (letter === writtenFor(answer, sheet, written)) asWritten += 1;
      }
    }
  }
  for (const {
    read: { answers, blank, unclear },
  } of read) {
    expect(answers.length + blank.length + unclear.length).toBeLessThanOrEqual(asked.length);
    expect(new Set(answers.map(({ question }) => question)).size).toBe(answers.length);
  }
  const report = dependenceReport(read, asked);
  const results = { course: boardCourse.index, report, leftOut };
  const lines = sheetReportText(results).split('\n');
  expect(lines.filter((line) => plainText(line) !== line)).toEqual([]);
  expect(JSON.parse(sheetReportJson(results))).toMatchObject({
    version: 1,
    answered: report.answered,
  });
  // Most damage leaves something to count, and some leaves no sheet.
  expect(Math.min(read.length, leftOut.length)).toBeGreaterThan(1000);
  expect(report.answered).toBeGreaterThan(5000);
  // A damaged file can have the line of an answer below another question.
  expect(asWritten / report.answered).toBeGreaterThan(0.99);
});
