import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { isThere, shippedCourses } from '../../io/course/open-course.js';
import type { Environment } from '../environment.js';
import { UserError } from '../errors.js';

/** The course that opens when none is asked for. */
export const FIRST_COURSE = 'claude-contract';

/** Offered when the first is done, to try whether the reading carries over; what an author starts from. */
export const SECOND_COURSE = 'swing-bridge';

/** The files, as written, of a course that comes with the program lie beside what they are compiled to. */
const SOURCE = 'source';

/** A folder of course files, and how to call it. */
export type CourseFolder = { readonly folder: string; readonly name: string };

/** The folder of the course files asked for: of a course that comes with the program by its id, else that path. */
export function courseFolder(asked: string | undefined, { courses }: Environment): CourseFolder {
  const course = asked ?? FIRST_COURSE;
  if (shippedCourses(courses).includes(course))
    return { folder: path.join(courses, course, SOURCE), name: course };
  if (!course || !isPath(course)) throw new UserError(unknownCourse(course, courses));
  return { folder: path.resolve(course), name: course };
}

/** What cannot be an id, or is there, is meant as a path. */
export const isPath = (asked: string): boolean => /[\\/.]/.test(asked) || isThere(asked);

export const unknownCourse = (asked: string, courses: string): string =>
  `there is no course '${plainText(asked).slice(0, 60)}': give a folder, or one of those that come with the program (${shippedCourses(courses).join(', ')})`;
