import { LONGEST_MINUTES, type Room } from './room.js';

/** The end of an exercise: after some minutes, or at a moment for everyone. See `Room`. */
export type TimeLimit = Pick<Room, 'minutes' | 'until'>;

const MINUTE = 60_000;

/** A code contains a moment as minutes of this period: far longer than a room meets, and the same in every month. */
const PERIOD = 31 * 24 * 60;

/** How many values a limit has in a code. */
export const LIMITS = LONGEST_MINUTES + 1 + PERIOD;

/** From 0 to LIMITS - 1. */
export const limitValue = ({ minutes, until }: TimeLimit): number =>
  until === undefined ? minutes : LONGEST_MINUTES + 1 + (Math.floor(until / MINUTE) % PERIOD);

/**
 * The limit with this value. Of the moments that have it, the nearest to `now`: at most 15 and a half days away.
 * @param now milliseconds since 1970
 */
export function limitOf(value: number, now: number): TimeLimit {
  if (value <= LONGEST_MINUTES) return { minutes: value };
  const minute = Math.floor(now / MINUTE);
  const ahead = (value - LONGEST_MINUTES - 1 - (minute % PERIOD) + PERIOD) % PERIOD;
  const nearest = ahead > PERIOD / 2 ? ahead - PERIOD : ahead;
  return { minutes: 0, until: (minute + nearest) * MINUTE };
}

/** Whether the common end of a room is over. */
export const hasEnded = ({ until }: TimeLimit, now: number): boolean =>
  until !== undefined && until <= now;
