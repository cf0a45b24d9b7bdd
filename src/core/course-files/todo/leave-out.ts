import { isRecord } from '../../json-shape.js';
import type { CourseFile, Path } from '../course-file.js';
import { ENDING, isFixed, schemaOf } from '../draft.js';
import { valueAt } from '../listing.js';
import { COURSE_FILE } from '../schema/files.js';
import { memberFor, type Shape } from '../shape-errors.js';

export type FaultyPlace = { readonly file: CourseFile; readonly path: Path };

/** Leaves out the smallest parts around the places that a course can do without, or puts something in their place. */
export function withoutFaults(
  files: readonly CourseFile[],
  faulty: readonly FaultyPlace[],
): readonly CourseFile[] {
  return files.flatMap((file) => {
    const paths = faulty.filter((place) => place.file === file).map(({ path }) => path);
    if (paths.length === 0) return [file];
    const parts = paths.map((path) => sparePart(file, path));
    const gone = new Set(parts.map((part) => JSON.stringify(part)));
    if (!isFixed(file) && (gone.has('[]') || gone.has('["steps"]'))) return [];
    const left = gone.has('[]') ? {} : without(file.value, gone);
    return [{ ...file, value: { ...standIns(file, files), ...(isRecord(left) && left) } }];
  });
}

/** Without these fields of a choice, another choice could be the key. */
const DECIDES: ReadonlySet<string | number> = new Set(['misreading', 'open']);

/** The smallest part around a place that a course can do without; if there is none, the outermost field. */
export const sparePart = (file: CourseFile, path: Path): Path =>
  spareParts(file, path).at(-1) ?? path.slice(0, 1);

/** The parts around a place that a course can do without, outermost first: items of a file's list, and optional fields that it has. */
function spareParts(file: CourseFile, path: Path): Path[] {
  let shape: Shape | undefined = schemaOf(file);
  let value = file.value;
  return path.flatMap((part, i) => {
    const member: Shape | undefined =
      shape?.type === 'union' ? memberFor(value, path.slice(0, i)) : shape;
    const inner: Shape | undefined =
      typeof part === 'number' ? member?.item : member?.entries?.[part];
    value = valueAt(value, [part]);
    shape = inner?.wrapped ?? inner;
    const isField = inner?.wrapped !== undefined && !DECIDES.has(part);
    const isSpare = isField || (i === 1 && typeof part === 'number');
    return isSpare && value !== undefined ? [path.slice(0, i + 1)] : [];
  });
}

/** The value without some parts. Their paths are in JSON. */
function without(value: unknown, gone: ReadonlySet<string>, at: Path = []): unknown {
  const isKept = (part: string | number): boolean => !gone.has(JSON.stringify([...at, part]));
  if (Array.isArray(value))
    return value.flatMap((item, i) => (isKept(i) ? [without(item, gone, [...at, i])] : []));
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).filter(([name]) => isKept(name));
  return Object.fromEntries(
    fields.map(([name, field]) => [name, without(field, gone, [...at, name])]),
  );
}

const TO_WRITE = 'TODO';

/** What a file must have. Its author still has to write it. */
function standIns(
  { name }: CourseFile,
  files: readonly CourseFile[],
): Readonly<Record<string, unknown>> {
  switch (name) {
    case COURSE_FILE:
      return {
        ...{ format: 2, id: 'unfinished', title: TO_WRITE, language: 'en', about: [TO_WRITE] },
        lessons: files.filter((file) => !isFixed(file)).map(lessonId),
      };
    case 'sources.yaml':
      return { sources: [] };
    case 'ledger.yaml':
      return { claims: [] };
    case 'passages.yaml':
      return { passages: [] };
    default:
      return { id: lessonId({ name }), title: TO_WRITE, goal: TO_WRITE, minutes: 1 };
  }
}

const lessonId = ({ name }: Pick<CourseFile, 'name'>): string => name.slice(0, -ENDING.length);
