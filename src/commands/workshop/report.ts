import path from 'node:path';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { bareCode } from '../../core/room/codes/base32.js';
import { readRoomCode } from '../../core/room/room-code.js';
import { countedSubmissions } from '../../core/room-report/collect.js';
import { largestSubmission, readSubmission } from '../../core/room-report/read-submission.js';
import { anonymous, type RoomReport, roomReport } from '../../core/room-report/report.js';
import type { Submission } from '../../core/room-report/submission.js';
import { asciiText, isUtf8 } from '../../core/text/ascii.js';
import { plainText } from '../../core/text/sanitize.js';
import { roomCsv } from '../../formats/room-report/csv.js';
import { roomHtml } from '../../formats/room-report/html.js';
import { roomJson } from '../../formats/room-report/json.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { filesAt, type SubmissionWords, textOf } from '../../io/files/submissions.js';
import { writeTextFile } from '../../io/files/text-file.js';
import { layOut } from '../../plain/block.js';
import { briefText } from '../../plain/brief-room-report.js';
import { roomBlocks } from '../../plain/room-report.js';
import { CLOCK } from '../clock.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { asUserError, UsageError, UserError } from '../errors.js';
import { FAILED, INTERRUPTED, OK } from '../exit-codes.js';
import { isPlain, lacksWebAssembly, terminalFor } from '../learn/run-screens.js';
import { NO_WEBASSEMBLY } from '../learn/web-assembly.js';
import { lineWidth } from '../line-width.js';
import { progressBar } from './progress-bar.js';

export type ReportOptions = {
  readonly code?: string;
  readonly csv?: string;
  readonly html?: string;
  readonly json?: boolean;
  readonly names?: boolean;
  readonly anonymous?: boolean;
  readonly merge?: boolean;
  readonly all?: boolean;
  readonly present?: boolean;
};

const WIDEST = 80;

const RESULTS: SubmissionWords = { one: 'a result', asked: 'a file or a folder of results' };

/**
 * The names of logs, their copies, snapshots, settings, marks, tokens of live rooms and half-written results: they may be
 * in one folder with results.
 */
const isProgress = (name: string): boolean =>
  /^(?:answers-\d.*\.jsonl(?:\.part)?|fold\.json|live-room\.json|settings\.json|in-use|result-.*\.json\.part)$/.test(
    name,
  );

/** `workshop report PATH...`: a room's results. @returns the exit code: 1 if no result could be counted */
export async function workshopReport(
  paths: readonly string[],
  reportOptions: ReportOptions,
  options: Options,
  environment: Environment,
): Promise<number> {
  if (reportOptions.present) refuseLines(options, environment);
  const { csv, html } = reportOptions;
  if (csv !== undefined && html !== undefined && isSame(csv, html))
    throw new UsageError('--csv and --html name the same file: give each a file of its own');
  const course = await chooseCourse(options, environment);
  const submissions = readSubmissions(course, paths, reportOptions, environment);
  const code = codeIn(course, reportOptions);
  const named = roomReport(
    course,
    countedSubmissions(course, submissions, code, reportOptions.merge),
  );
  const report = reportOptions.anonymous ? anonymous(named) : named;
  const material = course.material();
  const written = [
    ...writeReport(csv, () => roomCsv(report, material)),
    ...writeReport(html, () =>
      roomHtml(reportOptions.names ? report : anonymous(report), material),
    ),
  ];
  if (reportOptions.present) return present(report, course, options, environment);
  environment.stdout.write(
    reportOptions.json
      ? `${roomJson(report)}\n`
      : reportText(report, reportOptions, material, environment),
  );
  for (const line of written) environment.stderr.write(`${line}\n`);
  return report.people.length > 0 || report.checks.some(({ hands }) => hands) ? OK : FAILED;
}

/** Slides need a screen. */
function refuseLines(options: Options, environment: Environment): void {
  if (lacksWebAssembly(options, environment)) throw new UserError(NO_WEBASSEMBLY);
  if (isPlain(options, environment))
    throw new UsageError(
      '--present shows slides, which need a screen: use a terminal and leave out --plain. With a screen reader, leave out --present, and you get the report as text',
    );
}

const isSame = (a: string, b: string): boolean => path.resolve(a) === path.resolve(b);

/** The characters of --code, without dashes. */
function codeIn(course: OpenCourse, { code }: ReportOptions): string | undefined {
  if (code === undefined) return undefined;
  const room = readRoomCode(course, code, CLOCK.now());
  return 'code' in room ? room.code : bareCode(plainText(code).normalize('NFKC'));
}

/** Reads all submissions. Names each file by its path from the current folder. Skips the report's own files, and progress. */
function readSubmissions(
  course: OpenCourse,
  paths: readonly string[],
  { csv, html }: ReportOptions,
  { stderr, env }: Environment,
): Submission[] {
  const ownFiles = [csv, html].flatMap((file) => (file === undefined ? [] : [path.resolve(file)]));
  const files = asUserError(() => filesAt(paths, RESULTS, isProgress)).filter(
    ({ file }) => !ownFiles.includes(file),
  );
  const bar = progressBar(stderr, files.length, env);
  const submissions = files.flatMap(({ file, rejected }): Submission[] => {
    bar.step();
    const where = plainText(path.relative('.', file));
    const text =
      rejected === undefined ? textOf(file, largestSubmission(file), RESULTS) : { rejected };
    return typeof text === 'string' ? readSubmission(course, where, text) : [{ where, ...text }];
  });
  bar.end();
  return submissions;
}

/** @returns lines for the user, if a file was written */
function writeReport(file: string | undefined, text: () => string): string[] {
  if (file === undefined) return [];
  const place = path.resolve(file);
  const kept = asUserError(() => writeTextFile(place, text(), isOurs));
  return [`Written: ${plainText(place)}`, ...(kept === '' ? [] : [kept])];
}

/** Whether a file is an earlier report, which may be replaced. */
const isOurs = (text: string): boolean =>
  /^\uFEFF?code,person,lesson,/.test(text) ||
  /<title>(?:How the room answered|What the room read)/.test(text);

function reportText(
  report: RoomReport,
  { all }: ReportOptions,
  material: CourseMaterial,
  environment: Environment,
): string {
  const width = lineWidth(environment, WIDEST);
  const text = all
    ? layOut(roomBlocks(report, material), width)
    : briefText(report, material, width);
  return `${isUtf8(environment.env, environment.platform) ? text : asciiText(text)}\n`;
}

async function present(
  report: RoomReport,
  course: OpenCourse,
  options: Options,
  environment: Environment,
): Promise<number> {
  const { slideShow } = await import('../../ui/slides/slide.js');
  const show = slideShow(report, course.material(), course.index);
  if (show.slides.length === 0)
    throw new UserError(
      'no answer could be counted, so there is nothing to show: without --present, the report says why',
    );
  const terminal = terminalFor(options, environment);
  const { startSlides } = await import('../../ui/slides/start-slides.js');
  return (await startSlides({ ...show, ...terminal })) === 'interrupt' ? INTERRUPTED : OK;
}
