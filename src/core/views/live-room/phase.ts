import { endFor, endOf, isOpenedLate, isTimeOver } from '../../live-room/clock.js';
import { type LiveRoom, latestChoice, type Member, voteNow } from '../../live-room/live-room.js';
import type { HostView } from './host-view.js';
import type { PersonPhase, PersonView } from './person-view.js';

export function phaseFor(room: LiveRoom, { handedIn }: Member): PersonPhase {
  const phase = phaseOf(room);
  return phase === 'own' && handedIn !== undefined ? 'handed-in' : phase;
}

export function phaseOf(room: LiveRoom): HostView['phase'] {
  if (room.ended !== undefined) return 'ended';
  if (room.began === undefined) return 'lobby';
  return room.rules.pace === 'own' ? 'own' : (voteNow(room)?.state ?? 'lobby');
}

/**
 * Whether this person may see the verdict on a check at the stop with this index. The end of the room shows the answer of
 * each vote that was opened.
 */
export function isRevealedFor(
  room: LiveRoom,
  member: Member,
  stop: number,
  check: string,
): boolean {
  const { began, ended, rules, votes } = room;
  if (began === undefined) return false;
  if (rules.pace === 'together')
    return ended === undefined ? votes.get(stop)?.state === 'revealed' : votes.has(stop);
  if (ended !== undefined || member.handedIn !== undefined) return true;
  return rules.room.feedback === 'now' && latestChoice(member, check) !== undefined;
}

type ClockView = NonNullable<PersonView['clock']>;

/** The clock of one person, or of the room; undefined if nothing that goes on has a limit. */
export function clockFor(
  room: LiveRoom,
  member: Member | undefined,
  now: number,
): ClockView | undefined {
  const { began, ended } = room;
  const end = member ? endFor(room, member) : endOf(room);
  if (end === undefined || began === undefined || ended !== undefined) return undefined;
  if (member?.handedIn !== undefined || isOpenedLate(room)) return undefined;
  return { end, now };
}

/** Whether this person can give or change an answer at the stop with this index. */
export function canAnswerAt(room: LiveRoom, member: Member, stop: number, now: number): boolean {
  if (isTimeOver(room, member, now)) return false;
  const phase = phaseFor(room, member);
  return phase === 'own' || (phase === 'open' && stop === room.at);
}
