import { type Guard, isId, isRecord, isText, object, optional } from '../json-shape.js';
import { cleanName } from '../room/person.js';
import { endOf, hasLimit, isOpenedLate } from './clock.js';
import type { Happening } from './event.js';
import { type LiveRoom, present, voteNow } from './live-room.js';
import { type Refusal, type Refused, refused } from './refusal.js';
import { checksAt, type Stop } from './stop.js';

/** What the facilitator can do in every room. `id` is a person's. */
export type HostCommand =
  | {
      readonly do:
        | 'begin'
        | 'close'
        | 'talk'
        | 'vote'
        | 'reveal'
        | 'next'
        | 'back'
        | 'lock'
        | 'unlock'
        | 'end';
    }
  /** One more minute, for everyone without an id. */
  | { readonly do: 'minute'; readonly id?: string }
  | { readonly do: 'rename'; readonly id: string; readonly name: string }
  | { readonly do: 'remove'; readonly id: string };

const COMMANDS: Readonly<Record<HostCommand['do'], Guard>> = {
  begin: isRecord,
  close: isRecord,
  talk: isRecord,
  vote: isRecord,
  reveal: isRecord,
  next: isRecord,
  back: isRecord,
  lock: isRecord,
  unlock: isRecord,
  end: isRecord,
  minute: object({ id: optional(isId) }),
  rename: object({ id: isId, name: isText }),
  remove: object({ id: isId }),
};

/** @returns undefined if the value is no command */
export function readCommand(value: unknown): HostCommand | undefined {
  if (!isRecord(value) || typeof value.do !== 'string') return undefined;
  const { do: name } = value;
  if (!Object.hasOwn(COMMANDS, name)) return undefined;
  return COMMANDS[name as HostCommand['do']](value) ? (value as HostCommand) : undefined;
}

/**
 * What happens after a command of the facilitator, or why nothing does.
 * @param now milliseconds since 1970
 */
export function afterCommand(
  room: LiveRoom,
  command: HostCommand,
  stops: readonly Stop[],
  now: number,
): readonly Happening[] | Refused {
  if (room.ended !== undefined) return refused('not-now');
  switch (command.do) {
    case 'begin':
      return begun(room);
    case 'end':
      return [...closing(room), { k: 'end' }];
    case 'lock':
    case 'unlock':
      return [{ k: command.do }];
    case 'minute':
      return lengthening(room, command.id, now);
    case 'rename':
    case 'remove':
      return aboutPerson(room, command);
    default:
      return room.rules.pace === 'together' && room.began !== undefined
        ? aboutVote(room, command.do, stops)
        : refused('not-now');
  }
}

function begun({ began, rules }: LiveRoom): readonly Happening[] | Refused {
  if (began !== undefined) return refused('not-now');
  return [{ k: 'begin' }, ...(rules.pace === 'together' ? [{ k: 'go', stop: 0 } as const] : [])];
}

/** Nobody can answer after an end. */
const closing = (room: LiveRoom): Happening[] =>
  voteNow(room)?.state === 'open' ? [{ k: 'close' }] : [];

function lengthening(
  room: LiveRoom,
  id: string | undefined,
  now: number,
): readonly Happening[] | Refused {
  if (!hasLimit(room)) return refused('not-now');
  const why = id === undefined ? minuteForAll(room) : minuteForOne(room, id, now);
  if (why !== undefined) return refused(why);
  return [{ k: 'lengthen', minutes: 1, ...(id !== undefined && { id }), fromNow: true }];
}

/** Why everyone gets no minute: once all have handed in, nobody could use it. */
function minuteForAll(room: LiveRoom): Refusal | undefined {
  const people = present(room);
  const isDone = people.length > 0 && people.every(({ handedIn }) => handedIn !== undefined);
  return isDone ? 'all-handed-in' : undefined;
}

/** Why this person gets no minute. */
function minuteForOne(room: LiveRoom, id: string, now: number): Refusal | undefined {
  if (!isHere(room, id)) return 'unknown-person';
  if (room.members.get(id)?.handedIn !== undefined) return 'handed-in';
  return room.rules.pace === 'together' && isUnlimited(room, now) ? 'no-limit' : undefined;
}

/** Whether the time is over, and no vote is open that began before: a minute for one person would change nothing. */
function isUnlimited(room: LiveRoom, now: number): boolean {
  const isOver = (endOf(room) ?? now + 1) <= now;
  return isOver && (voteNow(room)?.state !== 'open' || isOpenedLate(room));
}

const isHere = ({ members }: LiveRoom, id: string): boolean => members.get(id)?.isRemoved === false;

function aboutPerson(
  room: LiveRoom,
  command: Extract<HostCommand, { do: 'rename' | 'remove' }>,
): readonly Happening[] | Refused {
  const { id } = command;
  if (!isHere(room, id)) return refused('unknown-person');
  if (command.do === 'remove') return [{ k: 'remove', id }];
  const name = cleanName(command.name);
  return name === undefined ? refused('not-understood') : [{ k: 'rename', id, name }];
}

type VoteCommand = 'close' | 'talk' | 'vote' | 'reveal' | 'next' | 'back';

function aboutVote(
  room: LiveRoom,
  command: VoteCommand,
  stops: readonly Stop[],
): readonly Happening[] | Refused {
  const vote = voteNow(room);
  const stop = stops[room.at];
  if (!vote || !stop) return refused('not-now');
  const { state, round } = vote;
  const isQuestion = checksAt(stop).length > 0;
  switch (command) {
    case 'close':
      return only(state === 'open', { k: 'close' });
    case 'talk':
      return only(isQuestion && state === 'closed' && round === 1, { k: 'talk' });
    case 'vote':
      return only(state === 'talk', { k: 'open' });
    case 'reveal':
      return only(isQuestion && state === 'closed', { k: 'reveal' });
    case 'next':
      return moved(room, 1, stops);
    case 'back':
      return moved(room, -1, stops);
  }
}

const only = (isNow: boolean, event: Happening): readonly Happening[] | Refused =>
  isNow ? [event] : refused('not-now');

/** A vote that is left cannot be opened again, so the facilitator closes an open one first. */
function moved(room: LiveRoom, by: 1 | -1, stops: readonly Stop[]): readonly Happening[] | Refused {
  const stop = room.at + by;
  if (stop < 0 || stop >= stops.length) return refused('not-now');
  if (voteNow(room)?.state === 'open') return refused('vote-open');
  return [{ k: 'go', stop }];
}
