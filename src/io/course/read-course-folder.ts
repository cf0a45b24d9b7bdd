import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Course } from '../../core/course/course.js';
import type { Problem } from '../../core/course/problem.js';
import { type CourseFile, NO_COURSE, problemAt } from '../../core/course-files/course-file.js';
import { type Parsed, parseCourse } from '../../core/course-files/parse-course.js';
import { COURSE_FILE } from '../../core/course-files/schema/files.js';
import { todoCount } from '../../core/course-files/todo/todo.js';
import { plainText } from '../../core/text/sanitize.js';
import { readFile as bytesOf } from '../files/open-file.js';
import { type OpenCourse, openCourse } from './open-course.js';
import { type ReadFile, readYaml } from './read-yaml.js';

/** In bytes. Far more than an author writes, and little enough to read quickly. */
const LARGEST_FILE = 1_000_000;
const MOST_FILES = 500;

/** Thrown for a course that cannot be used. Lists all its problems, and counts the values that are still to do. */
export class CourseError extends Error {
  constructor(
    readonly problems: readonly [Problem, ...Problem[]],
    readonly todos = 0,
  ) {
    super(problems[0].message);
  }
}

/** Throws a CourseError if the course has a problem. */
export function openCourseFolder(folder: string): OpenCourse {
  return openCourse(courseIn(folder));
}

function courseIn(folder: string): Course {
  const { files, unread } = readCourseFiles(folder);
  const parsed = parseCourse(files, unread);
  if ('problems' in parsed) throw new CourseError(parsed.problems, todoCount(files));
  return parsed.course;
}

/** Reads and parses a course. Returns problems instead of throwing, whatever the folder contains. */
export function readCourseFolder(folder: string): Parsed {
  const unusable = folderProblem(folder);
  if (unusable) return { problems: [unusable] };
  const { files, unread } = readCourseFiles(folder);
  return parseCourse(files, unread);
}

/** The course files, and why some of them could not be read. Throws a CourseError if this is not a course folder. */
export function readCourseFiles(folder: string): {
  readonly files: readonly CourseFile[];
  readonly unread: readonly Problem[];
} {
  const unusable = folderProblem(folder);
  if (unusable) throw new CourseError([unusable]);
  const read: ReadFile[] = [];
  for (const name of yamlFiles(folder)) {
    read.push(read.filter(isUnread).length < MOST_UNREAD ? readFile(folder, name) : notRead(name));
  }
  return {
    files: read.map(({ file }) => file),
    unread: read.flatMap(({ problems }) => problems),
  };
}

/** After this many unreadable files, the rest are skipped: reading a folder full of them takes long. */
const MOST_UNREAD = 3;

const isUnread = ({ problems }: ReadFile): boolean => problems.length > 0;

const notRead = (name: string): ReadFile => {
  const file: CourseFile = { name, locate: () => START };
  const message = 'this file was not read, because too many others cannot be read: fix those first';
  return { file, problems: [problemAt(file, { path: [], rule: 'unreadable-file', message })] };
};

/** Excludes hidden files, which belong to an editor, such as the lock file `.#a.yaml`. */
export const isCourseFile = (name: string): boolean => /^[^.].*\.ya?ml$/.test(name);

const yamlFiles = (folder: string): string[] => readdirSync(folder).filter(isCourseFile).sort();

function folderProblem(folder: string): Problem | undefined {
  const about = (message: string): Problem => ({
    severity: 'error',
    file: plainText(folder),
    line: 1,
    column: 1,
    rule: NO_COURSE,
    message,
  });
  try {
    if (!statSync(folder).isDirectory())
      return about('this is a file: name the folder of a course');
    const names = readdirSync(folder);
    if (names.length > MOST_FILES)
      return about(
        `there are more than ${MOST_FILES} files in this folder: name the folder of a course`,
      );
    if (!names.includes(COURSE_FILE))
      return about(`there is no ${COURSE_FILE} in this folder: name the folder of a course`);
    return undefined;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return about(
      isMissing
        ? 'there is no such folder: name the folder of a course'
        : 'this folder cannot be read: change its permissions',
    );
  }
}

const START = { line: 1, column: 1 };

function readFile(folder: string, name: string): ReadFile {
  const withoutValue: CourseFile = { name, locate: () => START };
  const refused = (message: string, rule = 'unreadable-file'): ReadFile => ({
    file: withoutValue,
    problems: [problemAt(withoutValue, { path: [], rule, message })],
  });
  try {
    const file = path.join(folder, name);
    if (leadsOut(folder, file))
      return refused('this is a link to a file outside the folder: put the file itself here');
    if (!statSync(file).isFile())
      return refused('this is not a file, and a course is made of text files: take it out');
    if (statSync(file).size > LARGEST_FILE)
      return refused('this file is larger than 1 MB, too large for a course: make it shorter');
    const text = textOf(bytesOf(file));
    return text === undefined
      ? refused('this file is not UTF-8 text: save it as UTF-8')
      : readYaml(name, text);
  } catch {
    return refused('this file cannot be read: change its permissions');
  }
}

function leadsOut(folder: string, file: string): boolean {
  if (!lstatSync(file).isSymbolicLink()) return false;
  return path.relative(realpathSync(folder), realpathSync(file)).startsWith('..');
}

function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
