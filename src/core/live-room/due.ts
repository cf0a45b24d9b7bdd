import { endFor, endOf, isOpenedLate } from './clock.js';
import type { Happening } from './event.js';
import { type LiveRoom, present, voteNow } from './live-room.js';

/**
 * What the clock makes happen by now: with the pace `together` the vote closes once everyone's time is over, with `own`
 * each person is handed in.
 * @param now milliseconds since 1970
 */
export function dueBy(room: LiveRoom, now: number): readonly Happening[] {
  if (room.began === undefined || room.ended !== undefined) return [];
  return room.rules.pace === 'own' ? handInsBy(room, now) : closeBy(room, now);
}

const handInsBy = (room: LiveRoom, now: number): Happening[] =>
  present(room).flatMap((member) => {
    const end = endFor(room, member);
    const isDue = member.handedIn === undefined && end !== undefined && end <= now;
    return isDue ? [{ k: 'hand-in', id: member.id, because: 'time' } as const] : [];
  });

function closeBy(room: LiveRoom, now: number): Happening[] {
  const ends = present(room).map((member) => endFor(room, member) ?? 0);
  const last = Math.max(endOf(room) ?? 0, ...ends);
  const isDue = voteNow(room)?.state === 'open' && last > 0 && last <= now && !isOpenedLate(room);
  return isDue ? [{ k: 'close' }] : [];
}
