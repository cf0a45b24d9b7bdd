const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The value of a JSON text, which may begin with a byte order mark, as editors on Windows write it; undefined if the text
 * is not JSON or is nested too deeply to read.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value has the shape. */
export type Guard = (value: unknown) => boolean;

/** The latest time that a date can hold, in milliseconds since 1970. */
export const LATEST_TIME = 8.64e15;

export const isText: Guard = (value) => typeof value === 'string';

export const isId: Guard = (value) => typeof value === 'string' && value !== '';

export const isFlag: Guard = (value) => typeof value === 'boolean';

export const isWhole: Guard = (value) => Number.isSafeInteger(value);

/** A number that is neither infinite nor NaN. */
export const isNumber: Guard = (value) => Number.isFinite(value);

/** A whole number from 1. */
export const isCount: Guard = (value) => isWhole(value) && Number(value) >= 1;

/** Whole milliseconds since 1970. */
export const isTime: Guard = (value) =>
  isWhole(value) && Number(value) >= 0 && Number(value) <= LATEST_TIME;

export const optional =
  (fits: Guard): Guard =>
  (value) =>
    value === undefined || fits(value);

export const arrayOf =
  (fits: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(fits);

/** An object with any field names, whose values all have the shape. */
export const recordOf =
  (fits: Guard): Guard =>
  (value) =>
    isRecord(value) && Object.values(value).every(fits);

/** An object with these fields. It may have other fields too. */
export function object(wanted: Readonly<Record<string, Guard>>): Guard {
  const all = Object.entries(wanted); // computed once, because a log has many lines
  return (value) => isRecord(value) && all.every(([name, fits]) => fits(value[name]));
}
