const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

/**
 * The learner's day, which begins at their local midnight.
 * @param t milliseconds since 1970
 * @param offset the learner's offset from UTC in minutes, east positive
 * @returns days since 1970-01-01
 */
export const dayOf = (t: number, offset: number): number => Math.floor((t + offset * MINUTE) / DAY);
