import path from 'node:path';
import type { Problem } from '../../core/course/problem.js';
import { placeText } from '../../core/course-files/course-file.js';
import { counted } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { type OpenCourse, openShippedCourse, shippedCourses } from '../../io/course/open-course.js';
import type { CourseError } from '../../io/course/read-course-folder.js';
import type { Environment, Options } from '../environment.js';
import { asUserError, UserError } from '../errors.js';
import { FIRST_COURSE, isPath, unknownCourse } from './course-folder.js';

/** Opens a shipped course by its id, or the course folder at a path. Throws a UserError if it cannot be opened. */
export async function chooseCourse(
  options: Options,
  { courses }: Environment,
): Promise<OpenCourse> {
  const name = options.course ?? FIRST_COURSE;
  if (shippedCourses(courses).includes(name))
    return asUserError(() => openShippedCourse(path.join(courses, name)));
  if (!name || !isPath(name)) throw new UserError(unknownCourse(name, courses));
  return openFolder(path.resolve(name));
}

/** Loads the YAML parser and the validator here, because only an author's folder needs them. */
async function openFolder(folder: string): Promise<OpenCourse> {
  const { CourseError, openCourseFolder } = await import('../../io/course/read-course-folder.js');
  try {
    return openCourseFolder(folder);
  } catch (error) {
    if (error instanceof CourseError) throw new UserError(refusalText(folder, error));
    throw error;
  }
}

const refusalText = (folder: string, { problems, todos }: CourseError): string =>
  todos > 0
    ? `${plainText(folder)} is not finished (${counted(todos, 'TODO')} in its files): to see what to do, use check. To see what is done, use preview`
    : problemText(problems);

type CourseProblems = readonly [Problem, ...Problem[]];

/** The first problem in full, and the number of the others. */
function problemText([first, ...rest]: CourseProblems): string {
  return `${placeText(first)}: ${first.message}${rest.length > 0 ? ` (and ${rest.length} more)` : ''}`;
}
