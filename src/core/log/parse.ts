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
  object,
  optional,
  parseJson,
} from '../json-shape.js';
import type { LogEntry, NewEntry, Stamp } from './entry.js';
import { higher } from './order.js';

/** What is kept of an exercise that someone has come to: the room, who it is, and what is asked there. */
export const joinFields = {
  room: object({ code: isId, lessons: arrayOf(isId), minutes: isWhole, feedback: isText }),
  person: object({ id: isId, name: isText, named: isFlag }),
  exercise: isText,
} satisfies Readonly<Record<string, Guard>>;

export type ParsedLog = {
  /** In the order of the lines. */
  readonly entries: readonly LogEntry[];
  /** The highest stamp, entries of a kind that only a later version knows included. */
  readonly highest?: Stamp;
  /** How many lines hold nothing that can be used. */
  readonly damaged: number;
};

/**
 * @param text whole lines of an answer log; blank ones are passed over
 * @returns what they hold; no text makes it throw
 */
export function parseLog(text: string): ParsedLog {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const stamped = lines.flatMap((line) => parseLine(line) ?? []);
  const highest = stamped.reduce<Stamp | undefined>(higher, undefined);
  return {
    entries: stamped.filter(isKnown),
    ...(highest && { highest: { id: highest.id, t: highest.t } }),
    damaged: lines.length - stamped.length,
  };
}

type Stamped = Stamp & { readonly k: string };

/** Look-ups and certainty are any text: an answer stays one, whatever later versions let the learner say. */
const SHAPES: Readonly<Record<NewEntry['k'], Guard>> = {
  start: object({ lesson: isId, seed: isText, only: optional(arrayOf(isId)) }),
  at: object({ lesson: isId, step: isId }),
  answer: object({
    lesson: isId,
    check: isId,
    choice: isId,
    right: isFlag,
    try: isCount,
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
};

const isStamped = object({ id: isId, t: isTime, k: isText });

const isKnown = (entry: Stamped): entry is LogEntry => Object.hasOwn(SHAPES, entry.k);

/** What a later version writes is whole to us as long as it has a stamp. */
function parseLine(line: string): Stamped | undefined {
  const value = parseJson(line);
  if (!isRecord(value) || !isStamped(value)) return undefined;
  const stamped = value as Stamped;
  if (!isKnown(stamped)) return stamped;
  return SHAPES[stamped.k](stamped) ? stamped : undefined;
}
