import { isRecord } from '../../json-shape.js';
import type { CourseFile, Fault } from '../course-file.js';

/** The lists of a course file, and the fields of their items that only format 2 derives. */
const LISTS = [
  { list: 'passages', fields: ['paragraph'] },
  { list: 'claims', fields: ['channel', 'when'] },
  { list: 'steps', having: 'check', fields: ['evidence', 'truth', 'key'] },
];

/** A fault for each field that a course of format 1 lacks, and a course of format 2 may leave out. */
export const fieldsMissingInFormat1 = ({ value }: CourseFile): Fault[] =>
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
