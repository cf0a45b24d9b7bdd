import path from 'node:path';
import { todoCount } from '../../core/course-files/todo/todo.js';
import type { NotAsked } from '../../core/passage-dependence/sheet-item.js';
import { hasSheets, planSheets, type SheetPlan } from '../../core/passage-dependence/sheets.js';
import { counted, listed } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { sheetText } from '../../formats/sheet/sheet-text.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { readCourseFiles } from '../../io/course/read-course-folder.js';
import { courseFolder } from '../course/course-folder.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { UsageError, UserError } from '../errors.js';
import { OK } from '../exit-codes.js';
import { commandToType } from '../hint/command-to-type.js';
import { writeNewFolder } from './write-new-folder.js';

export type WriteSheetsOptions = {
  readonly sheet: string;
  readonly groups: string | undefined;
};

/** Decides the order if the author does not. The same course then has the same sheets each time. */
const DEFAULT_SEED = 'sheet';

/** `check --sheet DIR [--groups N]`: writes the questions that can be asked without the story, for readers. */
export async function writeSheets(
  paths: readonly string[],
  { sheet: place, groups }: WriteSheetsOptions,
  options: Options,
  environment: Environment,
): Promise<number> {
  const course = await chooseCourse({ ...options, ...oneCourse(paths, '--sheet') }, environment);
  refuseUnfinished(paths[0] ?? options.course, environment);
  const seed = plainText(options.seed ?? DEFAULT_SEED);
  const plan = planFor(course, seed, countIn(groups));
  const files = sheetFiles(course, plan, seed);
  writeNewFolder(place, files);
  const answers = answersFolder(place);
  const command = commandToType(['check', ...paths, '--answers', answers], options, environment);
  environment.stdout.write(
    `${writtenText(plainText(place), plainText(answers), seed, plan, [...files.keys()])}\n${command}\n`,
  );
  return OK;
}

/** A course with values that are still to do can be valid for learners, but readers should get no such questions. */
function refuseUnfinished(place: string | undefined, environment: Environment): void {
  const { folder, name } = courseFolder(place, environment);
  const todos = todoCount(readCourseFiles(folder).files);
  if (todos > 0)
    throw new UserError(
      `${counted(todos, 'value')} ${todos === 1 ? 'is' : 'are'} still to do: for a list, use check ${plainText(name)}`,
    );
}

/** The course that the paths name, instead of --course. Throws a UsageError if they name several. */
export function oneCourse([course, ...more]: readonly string[], option: string) {
  if (more.length > 0) throw new UsageError(`${option} takes one course, not ${more.length + 1}`);
  return course === undefined ? {} : { course };
}

/** A folder beside the sheets for the copies that readers filled in. */
function answersFolder(sheets: string): string {
  const name = path.basename(sheets) === 'answers' ? 'filled-answers' : 'answers';
  const folder = path.join(path.dirname(sheets), name);
  return folder.startsWith('-') ? `./${folder}` : folder;
}

function countIn(groups: string | undefined): number | undefined {
  if (groups === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(groups))
    throw new UsageError(
      `--groups must be a whole number of 1 or more, not '${plainText(groups).slice(0, 60)}'`,
    );
  return Number(groups);
}

function planFor({ index, lesson, material }: OpenCourse, seed: string, count?: number): SheetPlan {
  const lessons = index.lessons.map(({ id }) => lesson(id));
  const plan = planSheets(lessons, material(), seed, count);
  if (hasSheets(plan)) return plan;
  const { fewest, most } = plan;
  if (most === 0)
    throw new UserError(
      "no question of this course fits on a sheet: write a check whose choices have 'text'",
    );
  throw new UserError(
    count !== undefined && count > most
      ? `--groups ${count} is too many: give ${most} or fewer, so that each sheet has a question or a board`
      : `--groups ${count} is too few: give ${fewest} or more, so that no two questions of a sheet share a claim or a sentence`,
  );
}

function sheetFiles({ index }: OpenCourse, { sheets, wording }: SheetPlan, seed: string) {
  const digits = String(sheets.length).length;
  const set = { course: index.id, of: sheets.length, wording, seed };
  return new Map(
    sheets.map((sheet) => [
      `sheet-${String(sheet.number).padStart(digits, '0')}.txt`,
      sheetText(sheet, set),
    ]),
  );
}

function writtenText(
  place: string,
  answers: string,
  seed: string,
  { sheets, notAsked }: SheetPlan,
  names: readonly string[],
): string {
  const sizes = sheets.map(({ items }) =>
    items.reduce((sum, { questions }) => sum + questions.length, 0),
  );
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const each = least === most ? `${most}` : `${least} to ${most}`;
  return [
    `Written to ${place}: ${counted(all, 'question')} on ${counted(sheets.length, 'sheet')}, ${each} on each. The seed is "${seed}".`,
    `  ${names.join(', ')}`,
    ...leftOutLines(notAsked, 'in-text', 'with choices in the text'),
    ...leftOutLines(notAsked, 'same-words', 'that repeat the words of an earlier question'),
    `Readers write their answers into copies of these files. Put the filled copies into a new folder, such as ${answers}.`,
    'To count the answers:',
  ].join('\n');
}

function leftOutLines(
  notAsked: readonly NotAsked[],
  why: NotAsked['why'],
  which: string,
): string[] {
  const ids = notAsked.filter((question) => question.why === why).map(({ id }) => id);
  return ids.length === 0
    ? []
    : [`Left out: ${counted(ids.length, 'question')} ${which}: ${listed(ids)}`];
}
