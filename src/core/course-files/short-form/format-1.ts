import { isRecord } from '../../json-shape.js';
import { counted } from '../../text/english.js';
import type { CourseFile, Fault } from '../course-file.js';
import { COURSE_FILE } from '../schema/files.js';

/** The lists of a course file, and the fields of their items that only format 2 derives. */
const LISTS = [
  { list: 'passages', fields: ['paragraph'] },
  { list: 'claims', fields: ['channel', 'when'] },
  { list: 'steps', having: 'check', fields: ['evidence', 'truth', 'key'] },
];

/** Nobody forgets more. A course that lacks more is written for format 2. */
const MOST_FORGOTTEN = 10;

/**
 * The faults of files in a course of format 1: the fields that it lacks and that a course of format 2 may leave out, or
 * a wrong format.
 */
export function faultsOfFormat1(
  files: readonly CourseFile[],
): ReadonlyMap<CourseFile, readonly Fault[]> {
  const missing = new Map(files.map((file) => [file, fieldsMissing(file)]));
  const count = [...missing.values()].reduce((sum, { length }) => sum + length, 0);
  if (count <= MOST_FORGOTTEN) return missing;
  const course = files.filter(({ name }) => name === COURSE_FILE);
  return new Map(course.map((file) => [file, [wrongFormat(count)]]));
}

const wrongFormat = (count: number): Fault => ({
  path: ['format'],
  rule: 'missing-field',
  message: `${counted(count, 'field')} are missing. Format 2 works them out from other fields: write 'format: 2'`,
});

/** Whether the fault is that a course has format 1 and is written for format 2. */
export const isWrongFormat = ({ path, rule }: Fault): boolean =>
  path.join() === 'format' && rule === 'missing-field';

const fieldsMissing = ({ value }: CourseFile): Fault[] =>
  LISTS.flatMap(({ list, having, fields }) =>
    itemsOf(value, list).flatMap((item, i) =>
      isRecord(item) && (having === undefined || Object.hasOwn(item, having))
        ? fields
            .filter((field) => !Object.hasOwn(item, field))
            .map((field) => missing(list, i, field))
        : [],
    ),
  );

const itemsOf = (value: unknown, list: string): readonly unknown[] => {
  const items = isRecord(value) ? value[list] : undefined;
  return Array.isArray(items) ? items : [];
};

const missing = (list: string, i: number, field: string): Fault => ({
  path: [list, i, field],
  rule: 'missing-field',
  message: `'${field}' is missing here: add it`,
});
