import { hasLimit } from '../../live-room/clock.js';
import {
  type LiveRoom,
  type Member,
  present,
  type Round,
  voteNow,
} from '../../live-room/live-room.js';
import { checksAt } from '../../live-room/stop.js';
import { nameKey } from '../../room/person.js';
import { answeredOf } from './host/counts.js';
import { hostStop } from './host/host-stop.js';
import { hostText } from './host/host-text.js';
import type { HostView, PersonRow } from './host-view.js';
import { clockFor, phaseOf } from './phase.js';
import type { RoomPlan } from './plan.js';

/**
 * What the facilitator sees.
 * @param now milliseconds since 1970
 * @param connected the ids of people whose browser or terminal is connected
 */
export function hostView(
  room: LiveRoom,
  plan: RoomPlan,
  now: number,
  connected: ReadonlySet<string>,
): HostView {
  const members = present(room);
  const people = personRows(members, asked(room, plan), connected);
  const phase = phaseOf(room);
  const clock = clockFor(room, undefined, now);
  const vote = phase === 'ended' || phase === 'own' ? undefined : voteNow(room);
  const stop = vote && hostStop(room.at, vote, members, plan);
  return {
    title: plan.title,
    code: plan.code,
    phase,
    message: hostText(phase, room, members, plan),
    isLocked: room.isLocked,
    inside: people.length,
    answered: people.filter(({ answered, of }) => of > 0 && answered === of).length,
    ...(clock && { clock }),
    hasLimit: hasLimit(room),
    people,
    ...(stop && { stop }),
  };
}

/** What is counted as answered: the questions of this vote, or of the exercise. */
type Questions = { readonly checks: readonly string[]; readonly round: Round };

function asked(room: LiveRoom, { stops }: RoomPlan): Questions {
  const vote = voteNow(room);
  const isTogether = room.rules.pace === 'together';
  const counted = isTogether ? stops.slice(room.at, room.at + (vote ? 1 : 0)) : stops;
  return { checks: counted.flatMap(checksAt).map(({ id }) => id), round: vote?.round ?? 1 };
}

function personRows(
  members: readonly Member[],
  { checks, round }: Questions,
  connected: ReadonlySet<string>,
): PersonRow[] {
  const keys = members.map(({ name }) => nameKey(name));
  const shared = occurringTwice(keys);
  return members.map((member, i) => ({
    id: member.id,
    name: member.name,
    wayIn: member.wayIn,
    isNameShared: shared.has(keys[i] ?? ''),
    isConnected: connected.has(member.id),
    answered: answeredOf(member, checks, round),
    of: checks.length,
    hasHandedIn: member.handedIn !== undefined,
    extra: member.extra,
  }));
}

function occurringTwice(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) (seen.has(key) ? twice : seen).add(key);
  return twice;
}
