/** Changing one place of a JSON value, however deep. Places of lists are numbers as text. */
export type JsonPath = readonly string[];

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The paths to all texts, numbers, flags and nulls of a value, in its order. */
export const leavesOf = (value: unknown, path: JsonPath = []): JsonPath[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
    : [path];

/** The paths to all named fields, each before those within it. */
export const fieldsOf = (value: unknown, path: JsonPath = []): JsonPath[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, one]) => [
        ...(Array.isArray(value) ? [] : [[...path, key]]),
        ...fieldsOf(one, [...path, key]),
      ])
    : [];

/** A copy in which one place holds what `change` makes of it. */
export function changedAt(
  value: unknown,
  [key, ...rest]: JsonPath,
  change: (value: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  const fields = value as Fields;
  const part = changedAt(fields[key], rest, change);
  return Array.isArray(value)
    ? value.map((one, i) => (String(i) === key ? part : one))
    : { ...fields, [key]: part };
}

/** A copy in which one field has another name. */
export const renamedAt = (
  value: unknown,
  path: JsonPath,
  rename: (name: string) => string,
): unknown =>
  changedAt(value, path.slice(0, -1), (holder) =>
    Object.fromEntries(
      Object.entries(holder as Fields).map(([key, one]) => [
        key === path.at(-1) ? rename(key) : key,
        one,
      ]),
    ),
  );

/** Puts a text before another, since a program that shortens a text keeps its beginning; replaces anything else. */
export const prefixed =
  (prefix: string) =>
  (value: unknown): string =>
    typeof value === 'string' ? prefix + value : prefix;
