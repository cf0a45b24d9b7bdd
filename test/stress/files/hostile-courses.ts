import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Course } from '../../../src/core/course/course.js';
import type { Problem } from '../../../src/core/course/problem.js';
import type { CourseFile, Path } from '../../../src/core/course-files/course-file.js';
import { type Parsed, parseCourse } from '../../../src/core/course-files/parse-course.js';
import { lintCourse } from '../../../src/core/lint/lint-course.js';
import { lintJson } from '../../../src/formats/lint/json.js';
import { lintText } from '../../../src/formats/lint/text.js';
import { readCourseFiles, readCourseFolder } from '../../../src/io/course/read-course-folder.js';
import { anyJson } from '../../support/any-json.js';
import { hiddenIn, printable } from '../../support/hostile-characters.js';
import {
  changedAt,
  fieldsOf,
  type JsonPath,
  leavesOf,
  prefixed,
  renamedAt,
} from '../../support/json-leaves.js';
import type { RunOptions } from '../part.js';
import { faultsOf } from '../plans.js';
import { hostileTexts, newTally, type Tally } from './harms.js';
import { courseHarms, errorsPageHarm, paperHarms } from './shown.js';
import type { Extent } from './walkthrough.js';

/** So many places are changed at once: few enough that the course around them can still be opened. */
const AT_ONCE = 80;

const LESSONS = fileURLToPath(new URL('../../../lessons/', import.meta.url));

/** The files of a course, as YAML has them. */
export type Values = readonly Pick<CourseFile, 'name' | 'value'>[];

export const filesOf = (id: string): Values => readCourseFiles(LESSONS + id).files;

export function parsedCourse(id: string): Course {
  const read = readCourseFolder(LESSONS + id);
  if ('problems' in read) throw new Error(`the course ${id} has problems`);
  return read.course;
}

/** A place in one of a course's files; `file` is its position among them. */
type Place = { readonly file: number; readonly path: JsonPath };

/** A change of one place: of a text, or of a field's name. */
type Change = {
  readonly text: string;
  readonly change: (value: unknown, path: JsonPath) => unknown;
  /** Where the change is afterwards. */
  readonly pathAfter: (path: JsonPath) => JsonPath;
};

const inText = (text: string): Change => ({
  text,
  change: (value, path) => changedAt(value, path, prefixed(text)),
  pathAfter: (path) => path,
});

const inName = (text: string): Change => ({
  text,
  change: (value, path) => renamedAt(value, path, (name) => text + name),
  pathAfter: (path) => [...path.slice(0, -1), text + path.at(-1)],
});

/** One course, and what came of it so far. */
type Trial = {
  readonly id: string;
  readonly files: Values;
  /** The course without any change. */
  readonly course: Course;
  readonly texts: readonly Place[];
  readonly names: readonly Place[];
  readonly extent: Extent;
  readonly options: RunOptions;
  readonly tally: Tally;
};

/**
 * Courses with each hostile text at each place of each file. A course that opens is shown in every way. If it does not
 * open, its errors are shown.
 */
export async function hostileCourses(options: RunOptions, runs: number): Promise<Tally> {
  const { short, say } = options;
  const { hidden, misleading, families } = hostileTexts(short);
  const tally = newTally();
  for (const id of short ? ['swing-bridge'] : ['claude-contract', 'swing-bridge']) {
    say(`files, each place of the course ${id}`);
    const trial = newTrial(id, options, tally);
    for (const text of hidden) tryGroups(trial, trial.texts, inText(text));
    for (const text of misleading) tryAll(trial, trial.texts, inText(text));
    for (const text of families) tryGroups(trial, trial.names, inName(text));
    tryCheck(trial);
    await tryAnything(trial, Math.ceil(runs / 100));
  }
  return tally;
}

function newTrial(id: string, options: RunOptions, tally: Tally): Trial {
  const files = filesOf(id);
  const placesOf = (paths: (value: unknown) => JsonPath[]): Place[] =>
    files.flatMap(({ value }, file) => paths(value).map((path) => ({ file, path })));
  return {
    id,
    files,
    course: parsedCourse(id),
    texts: placesOf(leavesOf),
    names: placesOf(fieldsOf),
    extent: options.short ? { steps: 4 } : {},
    options,
    tally,
  };
}

/** All places at once, then some at a time from all over the course; the short form leaves that out. */
function tryGroups(trial: Trial, places: readonly Place[], change: Change): void {
  tryAll(trial, places, change);
  const groups = trial.options.short ? 0 : Math.ceil(places.length / AT_ONCE);
  for (let n = 0; n < groups; n++) {
    const group = places.filter((_, i) => i % groups === n);
    tryPlaces(trial, group, change);
  }
}

function tryAll(trial: Trial, places: readonly Place[], change: Change): void {
  trial.tally.tried += places.length;
  tryPlaces(trial, places, change);
}

/**
 * Changes the places and shows the course that they make. If it does not open, its errors are shown, and the places
 * without an error of their own are tried again.
 */
function tryPlaces(trial: Trial, places: readonly Place[], change: Change): void {
  let rest = places;
  let before = Infinity;
  while (rest.length > 0 && rest.length < before) {
    const withErrors = new Set<string>();
    const read = parsed(changed(trial.files, rest, change), withErrors);
    if ('course' in read) {
      judgeCourse(trial, read.course, change);
      break;
    }
    judgeErrors(trial, read.problems, change);
    before = rest.length;
    rest = rest.filter(({ file, path }) => !withErrors.has(keyOf(file, change.pathAfter(path))));
  }
}

/** The deepest first: a field is not found any more once a field around it has another name. */
const changed = (files: Values, places: readonly Place[], { change }: Change): Values =>
  files.map(({ name, value }, i) => ({
    name,
    value: places
      .filter(({ file }) => file === i)
      .reduceRight((now, { path }) => change(now, path), value),
  }));

const keyOf = (file: number, path: Path): string => `${file} ${path.join('\n')}`;

/** @param located takes the key of each place that a problem is located at */
const courseFiles = (files: Values, located = new Set<string>()): CourseFile[] =>
  files.map((file, i) => ({
    ...file,
    locate: (path) => {
      located.add(keyOf(i, path));
      return { line: 1, column: 1 };
    },
  }));

const parsed = (files: Values, located?: Set<string>): Parsed =>
  parseCourse(courseFiles(files, located));

function judgeCourse({ id, tally, extent }: Trial, course: Course, { text }: Change): void {
  tally.read += 1;
  for (const harm of courseHarms(course, extent))
    tally.faults.push(`course ${id} with ${printable(text)}: ${harm}`);
}

function judgeErrors(
  { id, course, tally }: Trial,
  problems: readonly Problem[],
  { text }: Change,
): void {
  const harm = hiddenIn(wordsOf(problems)) ?? errorsPageHarm(course, problems);
  if (harm !== undefined) tally.faults.push(`course ${id} with ${printable(text)}, error: ${harm}`);
}

const wordsOf = (problems: readonly Problem[]): string =>
  problems.map(({ file, message, rule }) => `${file} ${message} ${rule}`).join('\n');

/** What `check` prints of a course with hostile texts everywhere. */
function tryCheck({ id, files, texts, names, options, tally }: Trial): void {
  const { families, misleading } = hostileTexts(options.short);
  const courses = [
    ...[...families, ...misleading].map((text) => changed(files, texts, inText(text))),
    ...families.map((text) => changed(files, names, inName(text))),
  ];
  for (const course of courses) {
    const report = lintCourse(courseFiles(course));
    const folder = { report, called: (file: string) => file, line: () => undefined };
    const harm = hiddenIn(lintText(folder)) ?? hiddenIn(lintJson([folder]));
    tally.tried += 1;
    if (harm !== undefined) tally.faults.push(`check of ${id}: ${harm}`);
  }
}

/** Anything at any place. What opens is shown on paper and as a room's report, which hold most of its texts. */
async function tryAnything({ id, files, texts, options, tally }: Trial, runs: number) {
  const property = fc.property(fc.constantFrom(...texts), anyJson, (place, other) => {
    const change = { ...inText(''), change: replacing(other) };
    const read = parsed(changed(files, [place], change));
    const harms = 'course' in read ? paperHarms(read.course) : [hiddenIn(wordsOf(read.problems))];
    const found = harms.filter((harm) => harm !== undefined);
    if (found.length > 0) throw new Error(found.join('; '));
  });
  tally.tried += runs;
  tally.faults.push(...(await faultsOf(`course ${id}`, property, { seed: options.seed, runs })));
}

const replacing =
  (other: unknown): Change['change'] =>
  (value, path) =>
    changedAt(value, path, () => other);
