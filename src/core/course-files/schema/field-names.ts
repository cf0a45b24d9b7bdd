import { FIXED_FILES } from './files.js';
import { lessonSchema } from './lesson.js';

/** The parts of a schema that hold other schemas. */
type SchemaParts = {
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly item?: SchemaParts;
  readonly wrapped?: SchemaParts;
  readonly options?: readonly unknown[];
};

type Names = {
  readonly all: ReadonlySet<string>;
  /** The fields whose values are lists of things with fields of their own, such as `choices`. */
  readonly lists: ReadonlySet<string>;
  /** The fields whose values are lists of texts, such as `claims` of a check. */
  readonly textLists: ReadonlySet<string>;
};

let names: Names | undefined;

/** The names of all fields that a course file can have. */
export function fieldNames(): Names {
  names ??= collected([...Object.values(FIXED_FILES), lessonSchema] as readonly SchemaParts[]);
  return names;
}

function collected(schemas: readonly SchemaParts[]): Names {
  const [all, lists, textLists] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const collect = (shape: SchemaParts): void => {
    if (shape.wrapped) collect(shape.wrapped);
    if (shape.item) collect(shape.item);
    for (const option of shape.options ?? []) collect(option as SchemaParts);
    for (const [name, field] of Object.entries(shape.entries ?? {})) {
      all.add(name);
      const { item } = field.wrapped ?? field;
      if (hasFields(item)) lists.add(name);
      else if (item) textLists.add(name);
      collect(field);
    }
  };
  for (const schema of schemas) collect(schema);
  return { all, lists, textLists };
}

const hasFields = (item: SchemaParts | undefined): boolean =>
  item?.entries !== undefined || item?.options?.some((one) => typeof one === 'object') === true;
