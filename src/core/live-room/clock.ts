import type { Lengthened } from './event.js';
import type { LiveRoom, Member } from './live-room.js';
import { present, voteNow } from './live-room.js';

const MINUTE = 60_000;

/** Whether the room has a limit, which minutes can move. */
export const hasLimit = ({ rules: { room } }: LiveRoom): boolean =>
  room.minutes !== 0 || room.until !== undefined;

/** When the room's time ends, in milliseconds since 1970; undefined without a limit, and in a lobby without a common end. */
export function endOf({ rules, began, added }: LiveRoom): number | undefined {
  const { minutes, until } = rules.room;
  if (until !== undefined) return until + added;
  if (minutes === 0 || began === undefined) return undefined;
  return began + minutes * MINUTE + added;
}

/** The same for one person, who may have further minutes. */
export function endFor(room: LiveRoom, { beyond }: Member): number | undefined {
  const end = endOf(room);
  return end === undefined ? undefined : end + beyond;
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

type AtTime = Lengthened & { readonly t: number };

/** The room with more minutes for everyone or for one person. */
export function lengthened(room: LiveRoom, event: AtTime): LiveRoom {
  const { id, minutes } = event;
  if (id === undefined) {
    const over = overBy(endOf(room), event);
    const members = over > 0 ? nearerBy(over, room) : room.members;
    return { ...room, members, added: room.added + over + minutes * MINUTE };
  }
  const one = room.members.get(id);
  if (!one) return room;
  const beyond = one.beyond + overBy(endFor(room, one), event) + minutes * MINUTE;
  const longer = { ...one, beyond, extra: one.extra + minutes };
  return { ...room, members: new Map(room.members).set(id, longer) };
}

/** By how much the time was over at the event, if the minutes count from the event. In milliseconds. */
const overBy = (end: number | undefined, { fromNow, t }: AtTime): number =>
  fromNow === true ? Math.max(0, t - (end ?? t)) : 0;

/** The members when the room's end moves to now: what they had beyond it has passed in part. In milliseconds. */
const nearerBy = (over: number, { members }: LiveRoom): LiveRoom['members'] =>
  new Map(
    [...members].map(([id, one]) => [id, { ...one, beyond: Math.max(0, one.beyond - over) }]),
  );
