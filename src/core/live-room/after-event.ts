import { cleanName, madeUpName } from '../room/person.js';
import { lengthened } from './clock.js';
import type { AloneAnswers, Answered, JoinedRoom, RoomEvent } from './event.js';
import {
  type LiveRoom,
  type Member,
  newRoom,
  type Vote,
  type VoteState,
  voteKey,
  voteNow,
} from './live-room.js';

/** A browser or terminal sends an answer again only while it waits for the acknowledgement. */
export const MOST_NONCES = 64;

/**
 * The room after an event that was allowed, or that was read from a journal. An event that no longer makes sense, such as
 * an answer by nobody, changes nothing. Nothing undoes that an answer was shown.
 * @param isRead whether the stop with this index is a text to read
 */
export function afterEvent(
  room: LiveRoom,
  event: RoomEvent,
  isRead: (stop: number) => boolean,
): LiveRoom {
  switch (event.k) {
    case 'room':
      return newRoom(event.rules);
    case 'join':
      return withMember(room, joined(room, event));
    case 'begin':
      return { ...room, began: room.began ?? event.t };
    case 'go':
      return atStop(room, event.stop, event.t, isRead(event.stop));
    case 'close':
      return withVote(room, 'closed');
    case 'talk':
      return withVote(room, 'talk');
    case 'open':
      return reopened(room, event.t);
    case 'reveal':
      return withVote(room, 'revealed');
    case 'lock':
    case 'unlock':
      return { ...room, isLocked: event.k === 'lock' };
    case 'serve':
      return { ...room, place: { address: event.address, port: event.port } };
    case 'end':
      return { ...room, ended: room.ended ?? event.t };
    case 'lengthen':
      return lengthened(room, event);
    default:
      return withMember(room, memberAfter(room.members.get(event.id), event));
  }
}

/** A join of somebody who is in only adds a token. */
function joined(room: LiveRoom, event: JoinedRoom & { readonly t: number }): Member {
  const before = room.members.get(event.person.id);
  return before ? { ...before, joins: before.joins + 1 } : newMember(room, event, event.t);
}

const newMember = (
  { votes }: LiveRoom,
  { person, wayIn, nonce }: JoinedRoom,
  t: number,
): Member => ({
  ...person,
  name: cleanName(person.name) ?? madeUpName(person.id),
  wayIn,
  ...(nonce !== undefined && { joinNonce: nonce }),
  joins: 1,
  joined: t,
  missed: new Set([...votes].flatMap(([stop, vote]) => (isFirstOpen(vote) ? [] : [stop]))),
  first: new Map(),
  second: new Map(),
  extra: 0,
  beyond: 0,
  nonces: new Set(),
  changes: new Map(),
  isRemoved: false,
});

const isFirstOpen = ({ state, round }: Vote): boolean => state === 'open' && round === 1;

type OfMember = Extract<RoomEvent, { k: 'answer' | 'alone' | 'hand-in' | 'rename' | 'remove' }>;

function memberAfter(member: Member | undefined, event: OfMember): Member | undefined {
  if (!member) return undefined;
  switch (event.k) {
    case 'answer':
      return answered(member, event);
    case 'alone':
      return answeredAlone(member, event);
    case 'hand-in':
      return member.handedIn === undefined
        ? { ...member, handedIn: event.t, because: event.because }
        : member;
    case 'rename':
      return { ...member, name: cleanName(event.name) ?? member.name, named: true };
    case 'remove':
      return { ...member, isRemoved: true };
  }
}

function answered(member: Member, { stop, round, choices, nonce }: Answered): Member {
  const vote = round === 1 ? 'first' : 'second';
  const key = voteKey(stop, round);
  return {
    ...member,
    [vote]: new Map([...member[vote], ...choices]),
    nonces: new Set([...member.nonces, nonce].slice(-MOST_NONCES)),
    changes: new Map(member.changes).set(key, (member.changes.get(key) ?? 0) + 1),
  };
}

/** Answers that the room knows stay as they are. */
const answeredAlone = (member: Member, { choices }: AloneAnswers): Member => ({
  ...member,
  first: new Map([...choices, ...member.first]),
});

const withMember = (room: LiveRoom, member: Member | undefined): LiveRoom =>
  member ? { ...room, members: new Map(room.members).set(member.id, member) } : room;

function withVote(room: LiveRoom, state: VoteState): LiveRoom {
  const vote = voteNow(room);
  return isToCome(vote) ? voteSet(room, room.at, { ...vote, state }) : room;
}

function reopened(room: LiveRoom, opened: number): LiveRoom {
  const vote = voteNow(room);
  return isToCome(vote) ? voteSet(room, room.at, { state: 'open', round: 2, opened }) : room;
}

/** Whether the answer of this vote has not been shown. */
const isToCome = (vote: Vote | undefined): vote is Vote =>
  vote !== undefined && vote.state !== 'revealed';

function atStop(room: LiveRoom, at: number, opened: number, isText: boolean): LiveRoom {
  const vote: Vote = room.votes.get(at) ?? { state: isText ? 'closed' : 'open', round: 1, opened };
  return voteSet({ ...room, at }, at, vote);
}

const voteSet = (room: LiveRoom, stop: number, vote: Vote): LiveRoom => ({
  ...room,
  votes: new Map(room.votes).set(stop, vote),
});
