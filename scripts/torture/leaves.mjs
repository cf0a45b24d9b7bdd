const isObject = (value) => typeof value === 'object' && value !== null;

/** The ways to all texts, numbers and the like of a value, from the outside in. */
export const leavesOf = (value, path = []) =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
    : [path];

/** The ways to all fields that have a name. */
export const fieldsOf = (value, path = []) =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, one]) => [
        ...(Array.isArray(value) ? [] : [[...path, key]]),
        ...fieldsOf(one, [...path, key]),
      ])
    : [];

/** The same value, but for what stands at the end of the way. */
export function changedAt(value, [key, ...rest], change) {
  if (key === undefined) return change(value);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = changedAt(value[key], rest, change);
  return copy;
}

/** The same value, but for the name of one field. */
export const renamedAt = (value, path, rename) =>
  changedAt(value, path.slice(0, -1), (holder) =>
    Object.fromEntries(
      Object.entries(holder).map(([key, one]) => [key === path.at(-1) ? rename(key) : key, one]),
    ),
  );

/** A sign before whatever stands there: the front of a text is what is left of it where it is cut. */
export const before = (sign) => (value) => (typeof value === 'string' ? sign + value : sign);
