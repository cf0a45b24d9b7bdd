import { FIXED_FILES } from '../schema/files.js';
import { lessonSchema } from '../schema/lesson.js';

/** The parts of a schema that hold other schemas. */
type Shape = {
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly unknown[];
};

type Names = {
  readonly all: ReadonlySet<string>;
  /** The fields whose values are lists of things with fields of their own, such as `choices`. */
  readonly lists: ReadonlySet<string>;
};

let names: Names | undefined;

/** The names of all fields that a course file can have. */
export function fieldNames(): Names {
  names ??= collected([...Object.values(FIXED_FILES), lessonSchema] as readonly Shape[]);
  return names;
}

function collected(schemas: readonly Shape[]): Names {
  const [all, lists] = [new Set<string>(), new Set<string>()];
  const collect = (shape: Shape): void => {
    if (shape.wrapped) collect(shape.wrapped);
    if (shape.item) collect(shape.item);
    for (const option of shape.options ?? []) collect(option as Shape);
    for (const [name, field] of Object.entries(shape.entries ?? {})) {
      all.add(name);
      if (hasFields((field.wrapped ?? field).item)) lists.add(name);
      collect(field);
    }
  };
  for (const schema of schemas) collect(schema);
  return { all, lists };
}

const hasFields = (item: Shape | undefined): boolean =>
  item?.entries !== undefined || item?.options?.some((one) => typeof one === 'object') === true;
