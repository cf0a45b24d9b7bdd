import { minutesLeft } from '../../progress/exercise.js';
import type { Exercise } from '../../progress/progress.js';
import type { Live } from '../../state/live.js';

const MINUTE = 60_000;

/**
 * Whole minutes until this person's time in a live room ends, rounded up. As long as the room can be reached, its own
 * clock ends the time, so nobody is at 0 before the room says so. With the pace `together`, the room's clock only closes
 * votes: afterwards there is no limit.
 * @param now milliseconds since 1970
 */
export function minutesInRoom(
  { news, link, isAlone }: Live,
  exercise: Exercise,
  now: number,
): number | undefined {
  if (!news) return link === 'joining' && !isAlone ? undefined : minutesLeft(exercise, now);
  const { end, phase } = news;
  if (end === undefined || exercise.began === undefined || exercise.handedIn !== undefined)
    return undefined;
  const left = Math.max(0, Math.ceil((end - now) / MINUTE));
  if (left > 0) return left;
  if (phase !== 'own') return undefined;
  return link === 'joined' && !isAlone ? 1 : 0;
}
