import { expect, test } from 'vitest';
import { chance } from '../../../scripts/chance.mjs';
import { answersIn } from '../../../src/core/passage-dependence/reader-answers.js';
import { dependenceReport, type ReaderFile } from '../../../src/core/passage-dependence/report.js';
import { hasSheets, planSheets } from '../../../src/core/passage-dependence/sheets.js';
import { plainText } from '../../../src/core/text/sanitize.js';
import { readSheet } from '../../../src/formats/sheet/read-sheet.js';
import { sheetReportJson } from '../../../src/formats/sheet/report-json.js';
import { sheetReportText } from '../../../src/formats/sheet/report-text.js';
import { boardCourse } from '../../support/board-course.js';
import { filledIn, questionsOf, sheetTexts } from '../../support/filled-sheet.js';

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

test('ten thousand damaged sheets do no harm: each is left out or read, and no answer is made up', () => {
  const plan = planSheets(boardCourse.lessons, boardCourse.material, 'seed');
  const sheets = hasSheets(plan) ? sheetTexts(plan, 'seed') : [];
  const asked = hasSheets(plan) ? questionsOf(plan) : [];
  const read: ReaderFile[] = [];
  const leftOut: { file: string; why: string }[] = [];
  for (let i = 0; i < 10_000; i++) {
    let text = filledIn(
      pick(sheets),
      Array.from({ length: 10 }, () => pick(['A', 'b', 'D', '', '?'])),
    );
    for (let left = whole(1, 2); left > 0; left--) text = damaged(text);
    const sheet = readSheet(text);
    if ('rejected' in sheet) leftOut.push({ file: `${i}`, why: sheet.rejected });
    else
      read.push({
        file: `${i}`,
        sheet: sheet.number,
        isOlder: next() < 0.5,
        read: answersIn(sheet, asked),
      });
  }
  for (const {
    read: { answers, blank, unclear },
  } of read) {
    expect(answers.length + blank.length + unclear.length).toBeLessThanOrEqual(asked.length);
    expect(new Set(answers.map(({ question }) => question)).size).toBe(answers.length);
    for (const { question, choice } of answers)
      if (!question.check.choices.some(({ id }) => id === choice))
        expect.fail(`${choice} is made up`);
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
});
