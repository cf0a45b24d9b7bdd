import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { isThere, shippedCourses } from '../../io/course/open-course.js';
import type { Environment } from '../environment.js';
import { UserError } from '../errors.js';

/** The course that opens by default. */
export const FIRST_COURSE = 'claude-contract';

/** Offered after the first course, so that learners practise on a new story. */
export const SECOND_COURSE = 'swing-bridge';

/** The subfolder with a shipped course's YAML files, next to the compiled course. */
const SOURCE = 'source';

/** A folder of course files, and its name for messages. */
export type CourseFolder = { readonly folder: string; readonly name: string };

/** Finds the YAML files of a shipped course by its id, or of the folder at a path. Throws a UserError. */
export function courseFolder(
  nameOrPath: string | undefined,
  { courses }: Environment,
): CourseFolder {
  const course = nameOrPath ?? FIRST_COURSE;
  if (shippedCourses(courses).includes(course))
    return { folder: path.join(courses, course, SOURCE), name: course };
  if (!course || !isPath(course)) throw new UserError(unknownCourse(course, courses));
  return { folder: path.resolve(course), name: course };
}

/** Whether a course argument is a path: it has characters that ids cannot have, or it exists on the disk. */
export const isPath = (course: string): boolean => /[\\/.]/.test(course) || isThere(course);

export const unknownCourse = (course: string, courses: string): string =>
  `there is no course '${plainText(course).slice(0, 60)}': give a folder, or the id of a course that comes with the program (${shippedCourses(courses).join(', ')})`;
