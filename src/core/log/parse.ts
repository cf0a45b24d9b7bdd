import {
  arrayOf,
  type Guard,
  isCount,
  isFlag,
  isId,
  isRecord,
  isText,
  isTime,
  isWhole,
  LATEST_TIME,
  object,
  optional,
  parseJson,
} from '../json-shape.js';
import { hasChecksum, withoutChecksum } from './checksum.js';
import type { LogEntry, NewEntry, Stamp } from './entry.js';
import { higher } from './order.js';

/** Some room is left for the reader's offset from UTC. */
const isEnd: Guard = (value) => isTime(value) && Number(value) <= LATEST_TIME / 2;

/** The fields of a join: the room, the person and the exercise's hash. */
export const joinFields = {
  room: object({
    code: isId,
    lessons: arrayOf(isId),
    minutes: isWhole,
    until: optional(isEnd),
    feedback: isText,
    certainty: optional(isFlag),
  }),
  person: object({ id: isId, name: isText, named: isFlag }),
  exercise: isText,
} satisfies Readonly<Record<string, Guard>>;

export type ParsedLog = {
  /** In the order of the lines. */
  readonly entries: readonly LogEntry[];
  /** The highest stamp, also of entries whose kind only a later version knows. */
  readonly highest?: Stamp;
  /** The number of lines that are not valid entries, or were changed after they were written. */
  readonly damaged: number;
};

/**
 * Never throws.
 * @param text complete lines of an answer log; empty lines are ignored
 */
export function parseLog(text: string): ParsedLog {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const stamped = lines.flatMap((line) => parseLine(line) ?? []);
  const highest = stamped.reduce<Stamp | undefined>(higher, undefined);
  return {
    entries: stamped.filter(isKnown),
    ...(highest && { highest: { id: highest.id, t: highest.t } }),
    damaged: lines.length - stamped.length,
  };
}

type Stamped = Stamp & { readonly k: string };

/** Look-ups and certainty may be any text, so that an answer stays valid if a later version adds values. */
const SHAPES: Readonly<Record<NewEntry['k'], Guard>> = {
  start: object({ lesson: isId, seed: isText, only: optional(arrayOf(isId)) }),
  at: object({ lesson: isId, step: isId, shown: optional(isFlag) }),
  answer: object({
    lesson: isId,
    check: isId,
    choice: isId,
    right: isFlag,
    try: isCount,
    again: optional(isFlag),
    lookUps: arrayOf(isText),
    certainty: optional(isText),
    course: isText,
    offset: isWhole,
  }),
  review: object({
    check: isId,
    choice: isId,
    right: isFlag,
    mirror: optional(isFlag),
    misreading: optional(isText),
    certainty: optional(isText),
    course: isText,
    offset: isWhole,
  }),
  drill: object({
    claim: isId,
    asks: isText,
    round: optional(isText),
    of: optional(isWhole),
    choice: isId,
    right: isFlag,
    misreading: optional(isText),
    course: isText,
    offset: isWhole,
  }),
  set: object({ key: isId, value: isText }),
  join: object(joinFields),
  begin: object({}),
  'hand-in': object({ because: isText }),
  reset: object({ lesson: optional(isId), checks: optional(arrayOf(isId)), undo: optional(isId) }),
  redate: object({ from: isTime, to: isTime }),
};

const isStamped = object({ id: isId, t: isTime, clock: optional(isTime), k: isText });

const isKnown = (entry: Stamped): entry is LogEntry => Object.hasOwn(SHAPES, entry.k);

/**
 * An entry of an unknown kind needs only a stamp: a later version may have written it. A line without a checksum is from
 * version 0.1.0, and is taken as it is.
 */
function parseLine(line: string): Stamped | undefined {
  const json = hasChecksum(line) ? withoutChecksum(line) : line;
  const value = json === undefined ? undefined : parseJson(json);
  if (!isRecord(value) || !isStamped(value)) return undefined;
  const stamped = value as Stamped;
  if (!isKnown(stamped)) return stamped;
  return SHAPES[stamped.k](stamped) ? stamped : undefined;
}
