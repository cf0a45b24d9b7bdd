import path from 'node:path';
import { countOf, type LintReport, lintCourse } from '../../core/lint/lint-course.js';
import { asciiText, isUtf8 } from '../../core/text/ascii.js';
import { plainText } from '../../core/text/sanitize.js';
import { balanceText } from '../../formats/lint/balance.js';
import { lintJson } from '../../formats/lint/json.js';
import { reportOfFile } from '../../formats/lint/of-file.js';
import { playersText } from '../../formats/lint/players.js';
import { type FolderReport, lintText } from '../../formats/lint/text.js';
import { CourseError, readCourseFiles } from '../../io/course/read-course-folder.js';
import { sourceLines } from '../../io/course/source-lines.js';
import { readStory } from '../../io/files/story-file.js';
import type { Environment, Options } from '../environment.js';
import { asUserError, printLine, UserError } from '../errors.js';
import { FAILED, OK } from '../exit-codes.js';
import { commandToType } from '../hint/command-to-type.js';
import { checkedPlace } from './checked-place.js';

export type CheckOptions = {
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly bots?: boolean;
  readonly balance?: boolean;
  /** The file of the article's text. */
  readonly article?: string;
};

/**
 * `check [PATH...]`: prints all problems of the courses at the paths, or of one file of a course; without a path, of --course.
 * @returns the exit code: 1 after an error, and with `strict` after a warning
 */
export function check(
  paths: readonly string[],
  checkOptions: CheckOptions,
  options: Options,
  environment: Environment,
): number {
  const { article } = checkOptions;
  const story = article === undefined ? undefined : asUserError(() => readStory(article));
  const courses = paths.length > 0 ? paths : [options.course];
  const reports = courses.flatMap((course) => reportIfReadable(course, story, environment));
  const isComplete = reports.length === courses.length;
  if (reports.length === 0) return FAILED;
  const text = checkOptions.json
    ? lintJson(reports)
    : reports.map((report) => fullText(report, checkOptions)).join('\n\n');
  environment.stdout.write(`${inLocale(text, environment)}\n`);
  const hasFailed = reports.some(({ report }) => isBad(report, checkOptions));
  return isComplete && !hasFailed ? OK : FAILED;
}

/** Prints an error if a course cannot be read, so that the others are still checked. */
function reportIfReadable(
  course: string | undefined,
  story: string | undefined,
  environment: Environment,
): FolderReport[] {
  try {
    return [folderReport(course, story, environment)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printLine(error.message, environment);
    return [];
  }
}

function folderReport(
  course: string | undefined,
  story: string | undefined,
  environment: Environment,
): FolderReport {
  const { folder, name, file } = checkedPlace(course, environment);
  try {
    const { files, unread } = readCourseFiles(folder);
    const report = lintCourse(files, unread, story);
    return {
      report: file === undefined ? report : reportOfFile(report, plainText(file)),
      called: (one) => plainText(path.join(name, one)),
      line: sourceLines(folder),
      ...(file !== undefined && {
        file: plainText(file),
        command: commandToType(['check', name], {}, environment),
      }),
    };
  } catch (error) {
    if (error instanceof CourseError) throw new UserError(`${plainText(name)}: ${error.message}`);
    throw error;
  }
}

const fullText = (folder: FolderReport, { bots, balance }: CheckOptions): string =>
  [
    lintText(folder),
    ...(bots ? [playersText(folder.report.bots)] : []),
    ...(balance ? [balanceText(folder.report.balances)] : []),
  ].join('\n\n');

const isBad = ({ problems }: LintReport, { strict }: CheckOptions): boolean =>
  countOf(problems, 'error') > 0 || (strict === true && problems.length > 0);

const inLocale = (text: string, { env, platform }: Environment): string =>
  isUtf8(env, platform) ? text : text.split('\n').map(asciiText).join('\n');
