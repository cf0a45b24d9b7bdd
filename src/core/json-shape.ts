export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value has the shape. */
export type Fits = (value: unknown) => boolean;

/** The latest time that a date can hold, in milliseconds since 1970. */
export const LATEST_TIME = 8.64e15;

export const isText: Fits = (value) => typeof value === 'string';

export const isId: Fits = (value) => typeof value === 'string' && value !== '';

export const isFlag: Fits = (value) => typeof value === 'boolean';

export const isWhole: Fits = (value) => Number.isSafeInteger(value);

/** A whole number from 1. */
export const isCount: Fits = (value) => isWhole(value) && Number(value) >= 1;

/** Whole milliseconds since 1970. */
export const isTime: Fits = (value) =>
  isWhole(value) && Number(value) >= 0 && Number(value) <= LATEST_TIME;

export const optional =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value);

export const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);

/** Fields by any name, all of one shape. */
export const mapOf =
  (fits: Fits): Fits =>
  (value) =>
    isRecord(value) && Object.values(value).every(fits);

/** The given fields; others may stand beside them. */
export function fields(wanted: Readonly<Record<string, Fits>>): Fits {
  const all = Object.entries(wanted); // once: a log has many lines
  return (value) => isRecord(value) && all.every(([name, fits]) => fits(value[name]));
}
