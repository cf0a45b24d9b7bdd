import path from 'node:path';
import { COURSE_FILE } from '../../core/course-files/schema/files.js';
import { plainText } from '../../core/text/sanitize.js';
import { isThere } from '../../io/course/open-course.js';
import { isCourseFile } from '../../io/course/read-course-folder.js';
import { courseFolder } from '../course/course-folder.js';
import type { Environment } from '../environment.js';
import { UserError } from '../errors.js';

/** A course, or one of its files. */
export type CheckedPlace = {
  readonly folder: string;
  /** The folder for messages; empty if it is the current one. */
  readonly name: string;
  readonly file?: string;
};

/** Finds the folder of a course or of a course file. Throws a UserError. */
export function checkedPlace(place: string | undefined, environment: Environment): CheckedPlace {
  const file = path.basename(place ?? '');
  if (place === undefined || !isCourseFile(file) || isThere(path.join(place, COURSE_FILE)))
    return courseFolder(place, environment);
  if (!isThere(place))
    throw new UserError(
      `there is no file ${plainText(place)}: give the folder of a course, or one of its files`,
    );
  return { folder: path.resolve(path.dirname(place)), name: path.dirname(place), file };
}
