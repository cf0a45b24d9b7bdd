import type { LiveRoom, Member } from './live-room.js';
import { present, voteNow } from './live-room.js';

const MINUTE = 60_000;

/** When the room's time ends, in milliseconds since 1970; undefined without a limit, and in a lobby without a common end. */
export function endOf({ rules, began, added }: LiveRoom): number | undefined {
  const { minutes, until } = rules.room;
  if (until !== undefined) return until + added * MINUTE;
  if (minutes === 0 || began === undefined) return undefined;
  return began + (minutes + added) * MINUTE;
}

/** The same for one person, who may have further minutes. */
export function endFor(room: LiveRoom, { extra }: Member): number | undefined {
  const end = endOf(room);
  return end === undefined ? undefined : end + extra * MINUTE;
}

/** Whether everyone's vote was opened after the room's time: then it has no limit, also for those who have more minutes. */
export function isOpenedLate(room: LiveRoom): boolean {
  const end = endOf(room);
  return end !== undefined && (voteNow(room)?.opened ?? 0) >= end;
}

/** Whether this person's time is over. */
export function isTimeOver(room: LiveRoom, member: Member, now: number): boolean {
  const end = endFor(room, member);
  if (end === undefined || now < end) return false;
  return !isOpenedLate(room);
}

/** The next moment after `now` at which somebody's time ends; undefined if there is none. */
export function nextEnd(room: LiveRoom, now: number): number | undefined {
  if (room.began === undefined || room.ended !== undefined) return undefined;
  const ends = present(room).flatMap((member) => endFor(room, member) ?? []);
  const ahead = [endOf(room) ?? now, ...ends].filter((end) => end > now);
  return ahead.length === 0 ? undefined : ahead.reduce((a, b) => Math.min(a, b));
}
