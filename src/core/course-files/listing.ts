import { isRecord } from '../json-shape.js';
import { memoize } from '../memoize.js';
import type { CourseFile, Fault, Path } from './course-file.js';
import { TODO } from './todo/todo.js';

/** A value with its path in the file. */
export type Located<T> = { readonly value: T; readonly path: Path };

/** A list in a course file. */
export type LocatedList<T> = {
  readonly file: CourseFile;
  /** The items with the right shape. The faults of the others are known already. */
  readonly items: readonly Located<T>[];
  /** The ids of all items, even of those with faults: references to them are valid. */
  readonly ids: readonly Located<string>[];
  /** Whether the file has the list, and each item has an id. If not, references to its items cannot be checked. */
  readonly known: boolean;
  /** The number of all items, including those with faults. */
  readonly length: number;
};

/**
 * The list at the path. T is the type of an item in the schema.
 * @param faults all faults that the schema found in the file
 * @param idFields the first of these fields that an item has is its id; empty if the item itself is the id
 */
export function locatedList<T>(
  file: CourseFile,
  path: Path,
  faults: readonly Fault[],
  idFields: readonly string[],
): LocatedList<T> {
  const list = valueAt(file.value, path);
  if (!Array.isArray(list)) return { file, items: [], ids: [], known: false, length: 0 };
  const broken = brokenItems(path, faults);
  const located = list.map((value: unknown, i) => ({ value, path: [...path, i] }));
  const ids = located.flatMap((item) => idOf(item, idFields));
  const [faulty, todo] = [faultyPaths(faults), pathsToDo(faults)];
  return {
    file,
    items: located.filter((_, i) => !broken.has(i)) as Located<T>[],
    ids: ids.filter((id) => !todo.has(JSON.stringify(id.path))),
    known: ids.length === list.length && !ids.some((id) => faulty.has(JSON.stringify(id.path))),
    length: list.length,
  };
}

/** The indexes of list items with faults. Unknown fields only count in the place of one that is missing. */
function brokenItems(path: Path, faults: readonly Fault[]): ReadonlySet<unknown> {
  const within = faults.filter(
    (fault) =>
      (fault.rule !== 'unknown-field' || fault.instead !== undefined) &&
      path.every((part, i) => fault.path[i] === part),
  );
  return new Set(within.map((fault) => fault.path[path.length]));
}

const faultyPaths = memoize(
  (faults: readonly Fault[]): ReadonlySet<string> =>
    new Set(faults.map(({ path }) => JSON.stringify(path))),
);

const pathsToDo = memoize((faults: readonly Fault[]) =>
  faultyPaths(faults.filter(({ rule }) => rule === TODO)),
);

function idOf({ value, path }: Located<unknown>, idFields: readonly string[]): Located<string>[] {
  if (idFields.length === 0) return typeof value === 'string' ? [{ value, path }] : [];
  const field = idFields.find((name) => isRecord(value) && Object.hasOwn(value, name)) ?? '';
  const id = valueAt(value, [field]);
  return typeof id === 'string' ? [{ value: id, path: [...path, field] }] : [];
}

/** The value at a path in another; undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((parent, part) => {
    if (typeof part === 'number') return Array.isArray(parent) ? parent[part] : undefined;
    return isRecord(parent) && Object.hasOwn(parent, part) ? parent[part] : undefined;
  }, value);
}
