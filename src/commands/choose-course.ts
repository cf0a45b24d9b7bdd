import path from 'node:path';
import { type OpenCourse, openShippedCourse, shippedCourses } from '../io/open-course.js';
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
  return openFolder(path.resolve(asked));
}

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

type Place = { readonly file: string; readonly line: number; readonly column: number };

/** The first problem in full, and how many more there are. */
function problemText(problems: readonly (Place & { readonly message: string })[]): string {
  const [first] = problems;
  if (!first) return 'the course cannot be read';
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${first.file}:${first.line}:${first.column}: ${first.message}${more}`;
}
