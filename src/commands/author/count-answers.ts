import path from 'node:path';
import { answersIn, type ReaderAnswers } from '../../core/passage-dependence/reader-answers.js';
import { dependenceReport, type ReaderFile } from '../../core/passage-dependence/report.js';
import { type SheetQuestion, sheetItems } from '../../core/passage-dependence/sheet-item.js';
import { wordingHash } from '../../core/passage-dependence/sheets.js';
import { asciiText, isUtf8 } from '../../core/text/ascii.js';
import { plainText } from '../../core/text/sanitize.js';
import { type NoSheet, readSheet } from '../../formats/sheet/read-sheet.js';
import { type SheetReport, sheetReportJson } from '../../formats/sheet/report-json.js';
import { sheetReportText } from '../../formats/sheet/report-text.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import {
  filesAt,
  type SubmissionWords,
  type SubmittedFile,
  textOf,
} from '../../io/files/submissions.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { asUserError } from '../errors.js';
import { FAILED, OK } from '../exit-codes.js';
import { oneCourse } from './write-sheets.js';

export type CountAnswersOptions = {
  readonly answers: readonly string[];
  readonly json: boolean | undefined;
};

const SHEETS: SubmissionWords = {
  one: 'a sheet',
  asked: 'a sheet with answers, or a folder of them',
};

/** Copies that editors keep. */
const isBackup = (name: string): boolean => /(?:~|\.bak)$/i.test(name);

/** In bytes. A sheet has a few thousand. */
const LARGEST_SHEET = 1_000_000;

/**
 * `check --answers FILE...`: how well readers answered the sheets of a course without the story.
 * @returns the exit code: 1 if no answer could be counted
 */
export async function countAnswers(
  paths: readonly string[],
  { answers, json }: CountAnswersOptions,
  options: Options,
  environment: Environment,
): Promise<number> {
  const course = await chooseCourse({ ...options, ...oneCourse(paths, '--answers') }, environment);
  const report = reportOn(
    course,
    asUserError(() => filesAt(answers, SHEETS, isBackup)),
  );
  const text = json ? sheetReportJson(report) : sheetReportText(report);
  const { stdout, env, platform } = environment;
  stdout.write(`${json || isUtf8(env, platform) ? text : asciiText(text)}\n`);
  return report.report.answered > 0 ? OK : FAILED;
}

function reportOn({ index, lesson }: OpenCourse, files: readonly SubmittedFile[]): SheetReport {
  const lessons = index.lessons.map(({ id }) => lesson(id));
  const asked = sheetItems(lessons).items.flatMap(({ questions }) => questions);
  const known = { id: index.id, asked, wording: wordingHash(asked) };
  const read = files.map((one) => ({
    file: plainText(path.relative('.', one.file)),
    result: readerFile(one, known),
  }));
  const readers = read.flatMap(({ file, result }) =>
    'rejected' in result ? [] : [{ file, ...result }],
  );
  return {
    course: index,
    report: dependenceReport(readers, asked),
    leftOut: read.flatMap(({ file, result }) =>
      'rejected' in result ? [{ file, why: result.rejected }] : [],
    ),
  };
}

type KnownQuestions = {
  /** The id of the course. */
  readonly id: string;
  readonly asked: readonly SheetQuestion[];
  readonly wording: string;
};

function readerFile(
  { file, rejected }: SubmittedFile,
  { id, asked, wording }: KnownQuestions,
): Omit<ReaderFile, 'file'> | NoSheet {
  const text = rejected === undefined ? textOf(file, LARGEST_SHEET, SHEETS) : { rejected };
  if (typeof text !== 'string') return text;
  const sheet = readSheet(text);
  if ('rejected' in sheet) return sheet;
  if (sheet.course !== id)
    return {
      rejected: `is a sheet of the course '${sheet.course}': name that course before --answers`,
    };
  const read = answersIn(sheet, asked);
  if (isEmpty(read)) return { rejected: 'has no answers' };
  return { sheet: sheet.number, isOlder: sheet.wording !== wording, read };
}

const isEmpty = ({ answers, unclear, unknown }: ReaderAnswers): boolean =>
  answers.length + unclear.length + unknown.length === 0;
