import { isRecord } from '../json-shape.js';
import type { CourseFile, Fault, Path } from './course-file.js';

/** Something with its place in the file. */
export type Located<T> = { readonly value: T; readonly path: Path };

/** A list in a course file. */
export type LocatedList<T> = {
  readonly file: CourseFile;
  /** The items of the right shape; what is wrong with the others has been said. */
  readonly items: readonly Located<T>[];
  /** The ids of all items that have one: a mistake elsewhere in an item makes no reference to it wrong. */
  readonly ids: readonly Located<string>[];
  /** Whether there is a list at all. If not, nothing can be said of references to its items. */
  readonly known: boolean;
  /** How many items there are, of whatever shape. */
  readonly length: number;
};

/**
 * The list at the path, whose schema found the given faults in the file. T is what the schema holds items to.
 * @param idFields where an item's id stands: the first of them that it has; none where the item is itself the id
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
  const placed = list.map((value: unknown, i) => ({ value, path: [...path, i] }));
  return {
    file,
    items: placed.filter((_, i) => !broken.has(i)) as Located<T>[],
    ids: placed.flatMap((item) => idOf(item, idFields)),
    known: true,
    length: list.length,
  };
}

/** The positions in the list at the path of the items whose shape is wrong. A field too many is no hindrance. */
function brokenItems(path: Path, faults: readonly Fault[]): ReadonlySet<unknown> {
  const within = faults.filter(
    (fault) => fault.rule !== 'unknown-field' && path.every((part, i) => fault.path[i] === part),
  );
  return new Set(within.map((fault) => fault.path[path.length]));
}

function idOf({ value, path }: Located<unknown>, idFields: readonly string[]): Located<string>[] {
  if (idFields.length === 0) return typeof value === 'string' ? [{ value, path }] : [];
  const field = idFields.find((name) => isRecord(value) && Object.hasOwn(value, name)) ?? '';
  const id = valueAt(value, [field]);
  return typeof id === 'string' ? [{ value: id, path: [...path, field] }] : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((around, part) => {
    if (typeof part === 'number') return Array.isArray(around) ? around[part] : undefined;
    return isRecord(around) && Object.hasOwn(around, part) ? around[part] : undefined;
  }, value);
}
