import { isTimeOver } from '../../../live-room/clock.js';
import { voteNow } from '../../../live-room/live-room.js';
import { TIME_OVER } from '../../../messages/ending/after-time.js';
import { handedInText } from '../../../messages/exercise.js';
import {
  atOwnPaceText,
  IN_LOBBY,
  OWN_TIME_OVER,
  partlySavedText,
  READ_TEXT,
  READY_TO_HAND_IN,
  REVEALED,
  ROOM_ENDED,
  ROOM_ENDED_ANSWERS,
  SAVED,
  TALK,
  VOTE_CLOSED,
  voteText,
} from '../../../messages/live-room/person.js';
import type { PersonPhase, QuestionStop, StopView } from '../person-view.js';
import type { Viewer } from './stop-view.js';

/** What is going on and what to do now. @param stops that this person sees */
export function personText(phase: PersonPhase, stops: readonly StopView[], viewer: Viewer): string {
  switch (phase) {
    case 'lobby':
      return IN_LOBBY;
    case 'open':
      return openText(stops, viewer);
    case 'closed':
      return stops.some(({ kind }) => kind === 'text') ? READ_TEXT : VOTE_CLOSED;
    case 'talk':
      return TALK;
    case 'revealed':
      return REVEALED;
    case 'own':
      return ownText(stops, viewer);
    case 'handed-in':
      return handedInText(viewer.member.because === undefined ? {} : viewer.member);
    case 'ended':
      return stops.length === 0 ? ROOM_ENDED : ROOM_ENDED_ANSWERS;
  }
}

function openText(stops: readonly StopView[], { room, member, now }: Viewer): string {
  const question = stops.find((stop) => stop.kind === 'question');
  if (isTimeOver(room, member, now)) return OWN_TIME_OVER;
  const toGo = question ? openRows(question) : 0;
  if (toGo === 0) return SAVED;
  return toGo < (question?.rows.length ?? 0)
    ? partlySavedText(toGo)
    : voteText(voteNow(room)?.round ?? 1, question?.isBoard === true);
}

function ownText(stops: readonly StopView[], { room, member, now }: Viewer): string {
  if (isTimeOver(room, member, now)) return TIME_OVER;
  const isComplete = stops.every((stop) => stop.kind === 'text' || openRows(stop) === 0);
  return isComplete ? READY_TO_HAND_IN : atOwnPaceText(room.rules.room.feedback);
}

const openRows = ({ rows }: QuestionStop): number =>
  rows.filter(({ chosen }) => chosen === undefined).length;
