import path from 'node:path';
import type { Problem } from '../core/course.js';
import { placeText } from '../core/course-file.js';
import { plainText } from '../core/plain-text.js';
import { isThere, type OpenCourse, openShippedCourse, shippedCourses } from '../io/open-course.js';
import type { Environment, Options } from './environment.js';
import { UserError } from './failures.js';

/** The course that opens when none is asked for. */
const FIRST_COURSE = 'claude-contract';

/** Opens the course asked for: a shipped one by its id, else the folder at that path. */
export async function chooseCourse(
  options: Options,
  { courses }: Environment,
): Promise<OpenCourse> {
  const asked = options.course ?? FIRST_COURSE;
  if (shippedCourses(courses).includes(asked)) return openShippedCourse(path.join(courses, asked));
  if (!asked || !isPath(asked)) throw new UserError(unknownCourse(asked, shippedCourses(courses)));
  return openFolder(path.resolve(asked));
}

/** What cannot be an id, or is there, is meant as a path. */
const isPath = (asked: string): boolean => /[\\/.]/.test(asked) || isThere(asked);

const unknownCourse = (asked: string, shipped: readonly string[]): string =>
  `there is no course '${plainText(asked).slice(0, 60)}': give a folder, or one of those that come with the program (${shipped.join(', ')})`;

/** YAML and the validator are loaded for an author's folder only. */
async function openFolder(folder: string): Promise<OpenCourse> {
  const { CourseError, openCourseFolder } = await import('../io/read-course-folder.js');
  try {
    return openCourseFolder(folder);
  } catch (error) {
    if (error instanceof CourseError) throw new UserError(problemText(error.problems));
    throw error;
  }
}

type CourseProblems = readonly [Problem, ...Problem[]];

/** The first problem in full, and how many more there are. */
function problemText([first, ...rest]: CourseProblems): string {
  return `${placeText(first)}: ${first.message}${rest.length > 0 ? ` (and ${rest.length} more)` : ''}`;
}
