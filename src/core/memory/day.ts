const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;
const MINUTE = 60_000;

/**
 * The learner's day. What they do after midnight still belongs to the day before, until the hour at which it ends.
 * @param t milliseconds since 1970
 * @param offset the learner's offset from UTC in minutes, east positive
 * @param endsAt the local hour at which a day ends; 0 is midnight
 * @returns days since 1970-01-01
 */
export const dayOf = (t: number, offset: number, endsAt: number): number =>
  Math.floor((t + offset * MINUTE - endsAt * HOUR) / DAY);

/**
 * In milliseconds since 1970. A clock that shows an earlier time is certainly wrong, because the program is younger.
 * Computers without a battery start in 1970, 1980 or 2000, or in the year in which they were built.
 */
const FIRST_KNOWN = Date.UTC(2025, 0, 1);

/** Whether a clock with this time cannot be right, so that nobody knows when it was. */
export const isUnknownTime = (t: number): boolean => t < FIRST_KNOWN;

/** Whether only one of two days is known. The number of days between them is then unknown. */
export const isOneUnknown = (day: number, other: number): boolean =>
  isUnknownTime(day * DAY) !== isUnknownTime(other * DAY);
