import type { LiveRoom } from '../../live-room/live-room.js';
import { REMOVED } from '../../messages/live-room/person.js';
import { personText } from './person/person-text.js';
import { scoreOf } from './person/score.js';
import { stopView, type Viewer } from './person/stop-view.js';
import type { PersonPhase, PersonView } from './person-view.js';
import { clockFor, phaseFor } from './phase.js';
import { passagesOf, type RoomPlan } from './plan.js';
import type { ShownStop } from './shown-stop.js';

/**
 * What the person with this id may see. Somebody whom the facilitator has removed sees only that.
 * @param now milliseconds since 1970
 */
export function personView(room: LiveRoom, id: string, plan: RoomPlan, now: number): PersonView {
  const member = room.members.get(id);
  const base = { version: 1, title: plan.title, code: plan.code } as const;
  if (!member || member.isRemoved)
    return { ...base, name: member?.name ?? '', phase: 'ended', ...NOTHING, message: REMOVED };
  const viewer = { room, member, plan, now };
  const phase = phaseFor(room, member);
  const stops = stopsInSight(phase, viewer).map((shown) => stopView(shown, viewer));
  const clock = clockFor(room, member, now);
  const score = scoreOf(viewer);
  return {
    ...base,
    name: member.name,
    phase,
    message: personText(phase, stops, viewer),
    ...(clock && { clock }),
    passages: passagesOf(plan, stops),
    stops,
    ...(score !== undefined && { score }),
  };
}

const NOTHING = { passages: {}, stops: [] } as const;

function stopsInSight(phase: PersonPhase, { room, plan }: Viewer): readonly ShownStop[] {
  switch (phase) {
    case 'lobby':
      return [];
    case 'own':
      return plan.shown;
    case 'handed-in':
    case 'ended':
      return plan.shown.filter(({ kind, stop }) => kind === 'question' && isOver(room, stop));
    default:
      return plan.shown.slice(room.at, room.at + 1);
  }
}

/** Whether everybody may see the answers at this stop, once the room has ended or this person has handed in. */
const isOver = ({ rules, votes, began }: LiveRoom, stop: number): boolean =>
  began !== undefined && (rules.pace === 'own' || votes.has(stop));
