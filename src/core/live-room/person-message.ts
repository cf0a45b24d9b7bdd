import { bareCode, charactersOf, valuesOf } from '../room/codes/base32.js';
import { cleanName, madeUpName, nameKey, type Person, shortIdOf } from '../room/person.js';
import { isTimeOver } from './clock.js';
import type { ChosenAt, Happening, JoinedRoom } from './event.js';
import { type LiveRoom, type Member, present, voteKey } from './live-room.js';
import type { JoinMessage, PersonMessage } from './message.js';
import { type Refused, refused } from './refusal.js';
import { checksAt, type Stop } from './stop.js';

/** People in a room, without those who were removed. */
export const MOST_PEOPLE = 1_200;

/** How often somebody can join again because the reply was lost. */
export const MOST_JOINS = 20;

/** How often somebody can change an answer in one vote. */
export const MOST_CHANGES = 200;

/** What a shell adds to a join: a random id, and the hash of the person's token. */
export type NewPerson = { readonly id: string; readonly token: string };

/**
 * A join that repeats the nonce of an earlier one is of the same person, whose reply was lost: it only adds a token.
 * Two people may have one name: their ids tell them apart. A terminal's own id is kept unless that of somebody in the room
 * begins like it: nobody takes over the answers or the result file of somebody else.
 * @param message its nonce as the journal keeps it
 */
export function afterJoin(
  room: LiveRoom,
  { code, name, wayIn, id: own, nonce }: JoinMessage,
  { id: fresh, token }: NewPerson,
): JoinedRoom | Refused {
  const id = own === undefined || isShortIdTaken(room, own) ? fresh : own;
  if (!isInvited(room, code)) return refused('wrong-code');
  const before = nonce === undefined ? undefined : joinedWith(room, nonce);
  if (before && before.joins >= MOST_JOINS) return refused('not-now');
  if (before) return { k: 'join', person: personOf(before), wayIn: before.wayIn, token };
  if (room.ended !== undefined) return refused('not-now');
  if (room.isLocked) return refused('locked');
  if (present(room).length >= MOST_PEOPLE) return refused('full');
  const typed = cleanName(name);
  const person: Person = { id, name: typed ?? madeUpName(id), named: typed !== undefined };
  return { k: 'join', person, wayIn, token, ...(nonce !== undefined && { nonce }) };
}

/** Also of those who were removed. */
const isShortIdTaken = ({ members }: LiveRoom, id: string): boolean =>
  [...members.values()].some((one) => shortIdOf(one) === shortIdOf({ id }));

const joinedWith = (room: LiveRoom, nonce: string): Member | undefined =>
  present(room).find(({ joinNonce }) => joinNonce === nonce);

const personOf = ({ id, name, named }: Member): Person => ({ id, name, named });

/** Whether the code is the room's, or the end of its address, in any case and grouping. */
const isInvited = ({ rules }: LiveRoom, code: string): boolean =>
  [rules.room.code, rules.door].map(codeKey).includes(codeKey(code));

/** Equal for codes that differ only in case, in grouping, or in letters that are misread for a digit. */
function codeKey(code: string): string {
  const bare = bareCode(code);
  const values = valuesOf(bare);
  return values ? charactersOf(values) : bare;
}

/** Whether somebody else in the room has the name. */
export const isNameTaken = (room: LiveRoom, { id, name }: Person): boolean =>
  present(room).some((one) => one.id !== id && nameKey(one.name) === nameKey(name));

/**
 * What happens after a message of a person. Nothing, if it was taken before.
 * @param now milliseconds since 1970
 */
export function afterMessage(
  room: LiveRoom,
  id: string,
  message: PersonMessage,
  stops: readonly Stop[],
  now: number,
): readonly Happening[] | Refused {
  const member = room.members.get(id);
  if (!member || member.isRemoved) return refused('unknown-person');
  switch (message.do) {
    case 'answer':
      return afterAnswer(room, member, message, stops, now);
    case 'hand-in':
      return afterHandIn(room, member);
    case 'alone':
      return afterAlone(member, message.choices, stops);
  }
}

type AnswerMessage = Extract<PersonMessage, { do: 'answer' }>;

function afterAnswer(
  room: LiveRoom,
  member: Member,
  { stop, round, choices, nonce }: AnswerMessage,
  stops: readonly Stop[],
  now: number,
): readonly Happening[] | Refused {
  if (member.nonces.has(nonce)) return [];
  const at = stops[stop];
  if (!at || choices.length === 0 || !areOf(at, choices)) return refused('unknown-question');
  const why = refusalOf(room, member, { stop, round }, choices, now);
  if (why) return why;
  const { id } = member;
  return [{ k: 'answer', id, stop, round: round === 2 ? 2 : 1, choices, nonce }];
}

/** Whether each pair is a check of the stop and one of its choices. */
const areOf = (stop: Stop, choices: readonly ChosenAt[]): boolean =>
  choices.every(([check, choice]) =>
    checksAt(stop).some((one) => one.id === check && one.choices.some(({ id }) => id === choice)),
  );

function refusalOf(
  room: LiveRoom,
  member: Member,
  { stop, round }: Pick<AnswerMessage, 'stop' | 'round'>,
  choices: readonly ChosenAt[],
  now: number,
): Refused | undefined {
  if (room.began === undefined || room.ended !== undefined) return refused('not-now');
  if (isTimeOver(room, member, now)) return refused('time-over');
  const why =
    room.rules.pace === 'own'
      ? refusalOnOwn(room, member, round, choices)
      : refusalOfVote(room, stop, round);
  if (why) return why;
  const changes = member.changes.get(voteKey(stop, round === 2 ? 2 : 1)) ?? 0;
  return changes >= MOST_CHANGES ? refused('too-many-changes') : undefined;
}

function refusalOfVote({ votes, at }: LiveRoom, stop: number, round: number): Refused | undefined {
  const vote = votes.get(stop);
  const isOpen = stop === at && vote?.state === 'open' && vote.round === round;
  return isOpen ? undefined : refused('vote-closed');
}

/** If verdicts come at once, an answer is final. */
function refusalOnOwn(
  { rules }: LiveRoom,
  { handedIn, first }: Member,
  round: number,
  choices: readonly ChosenAt[],
): Refused | undefined {
  if (handedIn !== undefined || round !== 1) return refused('not-now');
  const isFinal = rules.room.feedback === 'now' && choices.some(([check]) => first.has(check));
  return isFinal ? refused('already-answered') : undefined;
}

function afterHandIn(room: LiveRoom, member: Member): readonly Happening[] | Refused {
  if (room.rules.pace !== 'own' || room.began === undefined) return refused('not-now');
  if (member.handedIn !== undefined || room.ended !== undefined) return [];
  return [{ k: 'hand-in', id: member.id, because: 'chosen' }];
}

/**
 * Keeps answers to questions of the exercise that this person has not answered in the room. Once somebody has handed in,
 * the answers are on screen. If the time was over meanwhile, the answers may be from before.
 */
function afterAlone(
  { id, wayIn, first, because }: Member,
  choices: readonly ChosenAt[],
  stops: readonly Stop[],
): readonly Happening[] | Refused {
  if (wayIn !== 'terminal' || because === 'chosen') return refused('not-now');
  const known = choices.filter((one) => stops.some((stop) => areOf(stop, [one])));
  const added = known.filter(([check]) => !first.has(check));
  return added.length === 0 ? [] : [{ k: 'alone', id, choices: added }];
}
