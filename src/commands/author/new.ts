import path from 'node:path';
import { courseIdFrom } from '../../core/course/course-id.js';
import { SCHEMA_FOLDER } from '../../core/course-files/schema-line.js';
import { plainText } from '../../core/text/sanitize.js';
import { draftFiles } from '../../formats/draft/draft-files.js';
import { shippedCourses } from '../../io/course/open-course.js';
import { schemaFiles, starterCourse } from '../../io/course/starter-course.js';
import { courseFolder } from '../course/course-folder.js';
import type { Environment, Options } from '../environment.js';
import { UsageError, UserError } from '../errors.js';
import { commandToType } from '../hint/command-to-type.js';
import { draftedText, draftFrom } from './story-draft.js';
import { writeNewFolder } from './write-new-folder.js';

const STARTER_COURSE = 'swing-bridge';

type NewOptions = { readonly from?: string };

/** `new DIR`: writes a course to a folder, as a starting point for an author: a complete one, or one from a story. */
export function newCourse(
  place: string,
  { from }: NewOptions,
  options: Options,
  environment: Environment,
): void {
  if (options.course !== undefined)
    throw new UsageError('new always begins with the same course: leave --course out');
  if (place === '') throw new UserError('the name of the folder is empty: give the folder a name');
  const shipped = shippedCourses(environment.courses);
  const id = courseIdFrom(path.basename(path.resolve(place)), shipped);
  const schemas = path.join(environment.courses, '..', SCHEMA_FOLDER);
  const typed = pathOf(place, shipped);
  const toType = (command: string) => commandToType([command, typed], {}, environment);
  if (from === undefined) {
    const { folder } = courseFolder(STARTER_COURSE, environment);
    const files = starterCourse(folder, schemas, id);
    writeNewFolder(place, files);
    const names = [...files.keys()];
    environment.stdout.write(`${writtenText(plainText(place), id, names, toType('preview'))}\n`);
  } else {
    const draft = draftFrom(from);
    writeNewFolder(place, new Map([...draftFiles(draft, id), ...schemaFiles(schemas)]));
    environment.stdout.write(`${draftedText(plainText(place), plainText(from), draft, toType)}\n`);
  }
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
    `Written to ${place}: a small complete course. Its id is ${id}. Change its files to make a course of your own.`,
    `  ${names.filter((name) => name.endsWith('.yaml')).join(', ')}`,
    `  ${SCHEMA_FOLDER}/, for your text editor: it then completes fields and shows mistakes`,
    'To see the course, and each change when you save it:',
    previewCommand,
  ].join('\n');
