import {
  arrayOf,
  type Guard,
  isFlag,
  isId,
  isRecord,
  isText,
  isTime,
  isWhole,
  object,
  optional,
  parseJson,
} from '../json-shape.js';
import { withChecksum, withoutChecksum } from '../log/checksum.js';
import { joinFields } from '../log/parse.js';
import { valuesOf } from '../room/codes/base32.js';
import { FEEDBACKS, LONGEST_MINUTES } from '../room/room.js';
import type { Happening, RoomEvent } from './event.js';
import { PACES, WAYS_IN } from './live-room.js';

/** An event as a line of the journal, without the line break. The time goes last, as in the answer log. */
export const lineOfEvent = ({ t, ...event }: RoomEvent): string =>
  withChecksum(JSON.stringify({ ...event, t }));

export type ReadEvents = {
  /** In the order of the lines. */
  readonly events: readonly RoomEvent[];
  /** The numbers of the lines, from 1, that are no events or were changed after they were written. */
  readonly damaged: readonly number[];
};

/**
 * Reads a journal that may be damaged or hostile. Never throws. Leaves out events of kinds that only a later version
 * knows.
 * @param text lines with any line breaks; empty lines are ignored
 */
export function readEvents(text: string): ReadEvents {
  const events: RoomEvent[] = [];
  const damaged: number[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const event = readLine(line.trim());
    if (event === undefined) damaged.push(i + 1);
    else if (isKnown(event)) events.push(event);
  }
  return { events, damaged };
}

type JournalLine = { readonly k: string; readonly t: number };

const isJournalLine = object({ k: isText, t: isTime });

/** @returns undefined if the line is damaged. Of an unknown kind, only the time is checked. */
function readLine(line: string): JournalLine | undefined {
  const json = withoutChecksum(line);
  const value = json === undefined ? undefined : parseJson(json);
  if (!isRecord(value) || !isJournalLine(value)) return undefined;
  const stamped = value as JournalLine;
  return !isKnown(stamped) || SHAPES[stamped.k](stamped) ? stamped : undefined;
}

const isKnown = (event: JournalLine): event is RoomEvent => Object.hasOwn(SHAPES, event.k);

/** More stops than any exercise has. */
const MOST_STOPS = 10_000;

const oneOf =
  (values: readonly unknown[]): Guard =>
  (value) =>
    values.includes(value);

const isStop: Guard = (value) => isWhole(value) && Number(value) >= 0 && Number(value) < MOST_STOPS;

const isMinutes: Guard = (value) =>
  isWhole(value) && Number(value) >= 0 && Number(value) <= LONGEST_MINUTES;

const isPort: Guard = (value) => isWhole(value) && Number(value) > 0 && Number(value) < 2 ** 16;

/** People type codes and the end of the address, and a terminal shows them. */
const isTyped: Guard = (value) => /^[\p{L}\p{N}]{1,64}$/u.test(String(value));

const isRoom: Guard = (value) =>
  joinFields.room(value) &&
  object({ code: isTyped, minutes: isMinutes, feedback: oneOf(FEEDBACKS) })(value);

const isChoices: Guard = arrayOf(
  (value) => Array.isArray(value) && value.length === 2 && value.every(isId),
);

/** Ids are characters of a code: files and reports contain their beginnings. */
const isPersonId: Guard = (value) => isId(value) && valuesOf(String(value)) !== undefined;

const NOTHING: Guard = () => true;

const SHAPES: Readonly<Record<Happening['k'], Guard>> = {
  room: object({
    version: oneOf([1]),
    rules: object({ room: isRoom, pace: oneOf(PACES), door: isTyped }),
    course: isText,
    words: isText,
    exercise: isText,
    host: isText,
  }),
  join: object({
    person: object({ id: isPersonId, name: isText, named: isFlag }),
    wayIn: oneOf(WAYS_IN),
    token: isText,
    nonce: optional(isText),
  }),
  answer: object({
    id: isId,
    stop: isStop,
    round: oneOf([1, 2]),
    choices: isChoices,
    nonce: isId,
  }),
  alone: object({ id: isId, choices: isChoices }),
  'hand-in': object({ id: isId, because: isText }),
  go: object({ stop: isStop }),
  lengthen: object({ minutes: isMinutes, id: optional(isId), fromNow: optional(isFlag) }),
  serve: object({ address: isText, port: isPort }),
  rename: object({ id: isId, name: isText }),
  remove: object({ id: isId }),
  begin: NOTHING,
  close: NOTHING,
  talk: NOTHING,
  open: NOTHING,
  reveal: NOTHING,
  lock: NOTHING,
  unlock: NOTHING,
  end: NOTHING,
};
