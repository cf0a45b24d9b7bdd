import path from 'node:path';
import { courseIdFrom } from '../../core/course/course-id.js';
import { SCHEMA_FOLDER } from '../../core/course-files/schema-line.js';
import { plainText } from '../../core/text/sanitize.js';
import { shippedCourses } from '../../io/course/open-course.js';
import { starterCourse } from '../../io/course/starter-course.js';
import { courseFolder } from '../course/course-folder.js';
import type { Environment, Options } from '../environment.js';
import { UsageError, UserError } from '../errors.js';
import { commandToType } from '../hint/command-to-type.js';
import { writeNewFolder } from './write-new-folder.js';

const STARTER_COURSE = 'swing-bridge';

/** `new DIR`: writes a complete course to a folder, as a starting point for an author. */
export function newCourse(place: string, options: Options, environment: Environment): void {
  if (options.course !== undefined)
    throw new UsageError('new always begins with the same course: leave --course out');
  if (place === '') throw new UserError('the name of the folder is empty: give it one');
  const shipped = shippedCourses(environment.courses);
  const id = courseIdFrom(path.basename(path.resolve(place)), shipped);
  const { folder } = courseFolder(STARTER_COURSE, environment);
  const schemas = path.join(environment.courses, '..', SCHEMA_FOLDER);
  const files = starterCourse(folder, schemas, id);
  writeNewFolder(place, files);
  const previewCommand = commandToType(['preview', pathOf(place, shipped)], {}, environment);
  environment.stdout.write(
    `${writtenText(plainText(place), id, [...files.keys()], previewCommand)}\n`,
  );
}

/** Adds `./` to a name that looks like an option or is the id of a shipped course. */
const pathOf = (place: string, shipped: readonly string[]): string =>
  place.startsWith('-') || shipped.includes(place) ? `./${place}` : place;

const writtenText = (
  place: string,
  id: string,
  names: readonly string[],
  previewCommand: string,
): string =>
  [
    `Written to ${place}: a course that is whole, for you to make another of it. Its id is ${id}.`,
    `  ${names.filter((name) => name.endsWith('.yaml')).join(', ')}`,
    `  ${SCHEMA_FOLDER}/, by which editors complete fields and show mistakes`,
    'To see the course, and each change when you save it:',
    previewCommand,
  ].join('\n');
