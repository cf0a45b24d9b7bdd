import path from 'node:path';
import type { Problem } from '../../core/course/problem.js';
import { placeText } from '../../core/course-files/course-file.js';
import { type OpenCourse, openShippedCourse, shippedCourses } from '../../io/course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { UserError } from '../errors.js';
import { FIRST_COURSE, isPath, unknownCourse } from './course-folder.js';

/** Opens the course asked for: a shipped one by its id, else the folder at that path. */
export async function chooseCourse(
  options: Options,
  { courses }: Environment,
): Promise<OpenCourse> {
  const asked = options.course ?? FIRST_COURSE;
  if (shippedCourses(courses).includes(asked)) return openShippedCourse(path.join(courses, asked));
  if (!asked || !isPath(asked)) throw new UserError(unknownCourse(asked, courses));
  return openFolder(path.resolve(asked));
}

/** YAML and the validator are loaded for an author's folder only. */
async function openFolder(folder: string): Promise<OpenCourse> {
  const { CourseError, openCourseFolder } = await import('../../io/course/read-course-folder.js');
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
