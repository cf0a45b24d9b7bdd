import type { Exercise } from './fold.js';

const MINUTE = 60_000;

/**
 * Whole minutes until an exercise ends, rounded up: 0 when its time is over.
 * @param now milliseconds since 1970
 * @returns nothing where it has no limit, has not begun, or is handed in
 */
export function minutesLeft({ room, began, handedIn }: Exercise, now: number): number | undefined {
  if (room.minutes === 0 || began === undefined || handedIn !== undefined) return undefined;
  // A clock that was set back gives nobody more than there was.
  const left = Math.min(began + room.minutes * MINUTE - now, room.minutes * MINUTE);
  return Math.max(0, Math.ceil(left / MINUTE));
}
