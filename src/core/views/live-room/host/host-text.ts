import { type LiveRoom, type Member, voteNow } from '../../../live-room/live-room.js';
import { checksAt, type Stop } from '../../../live-room/stop.js';
import { COMPLETE } from '../../../messages/exercise.js';
import {
  type Agreement,
  ANSWER_SHOWN,
  AT_OWN_PACE,
  EVERYONE_READS,
  firstVoteClosedText,
  HOST_ENDED,
  LOBBY,
  PEOPLE_TALK,
  SECOND_VOTE_CLOSED,
  SECOND_VOTE_OPEN,
  VOTE_OPEN,
} from '../../../messages/live-room/host.js';
import type { HostView } from '../host-view.js';
import type { RoomPlan } from '../plan.js';
import { countsOf, shareOfMost } from './counts.js';

/** What is going on, and after a first vote what helps most now. @param people who take part */
export function hostText(
  phase: HostView['phase'],
  room: LiveRoom,
  people: readonly Member[],
  { stops }: RoomPlan,
): string {
  const isSecond = voteNow(room)?.round === 2;
  switch (phase) {
    case 'lobby':
      return LOBBY;
    case 'open':
      return isSecond ? SECOND_VOTE_OPEN : VOTE_OPEN;
    case 'closed':
      return isSecond ? SECOND_VOTE_CLOSED : closedText(stops[room.at], people);
    case 'talk':
      return PEOPLE_TALK;
    case 'revealed':
      return room.at === stops.length - 1 ? `${ANSWER_SHOWN} ${COMPLETE}` : ANSWER_SHOWN;
    case 'own':
      return AT_OWN_PACE;
    case 'ended':
      return HOST_ENDED;
  }
}

function closedText(stop: Stop | undefined, people: readonly Member[]): string {
  const checks = stop ? checksAt(stop) : [];
  if (checks.length === 0) return EVERYONE_READS;
  return firstVoteClosedText(
    agreementOn(
      checks.map(({ id }) => id),
      people,
    ),
  );
}

/** The share of the most common answer from which people have little to talk about. */
const SAME = 0.7;

/** Of a sort board: of its rows on average. Does not ask which answer is right, because everyone sees the advice. */
function agreementOn(checks: readonly string[], people: readonly Member[]): Agreement {
  const shares = checks.flatMap((check) => shareOfMost(countsOf(people, check, 1)) ?? []);
  if (shares.length === 0) return 'none';
  return shares.reduce((a, b) => a + b, 0) / shares.length >= SAME ? 'same' : 'differ';
}
