import { type Guard, isId, isRecord, isText, isWhole, object, optional } from '../json-shape.js';
import { charactersOf, valuesOf } from '../room/codes/base32.js';
import { ID_LENGTH } from '../room/person.js';
import type { ChosenAt } from './event.js';
import { WAYS_IN, type WayIn } from './live-room.js';

/** What a person's browser or terminal sends after joining. */
export type PersonMessage =
  | {
      readonly do: 'answer';
      /** The index of the stop. */
      readonly stop: number;
      readonly round: number;
      readonly choices: readonly ChosenAt[];
      /** Random: the same answer sent again has the same one. */
      readonly nonce: string;
    }
  /** With the pace `own`. */
  | { readonly do: 'hand-in' }
  /** Answers that were given while the room could not be reached. Only from terminals. */
  | { readonly do: 'alone'; readonly choices: readonly ChosenAt[] };

export type JoinMessage = {
  /** The room code, or the characters at the end of the address. */
  readonly code: string;
  /** As typed; empty for a made-up name. */
  readonly name: string;
  readonly wayIn: WayIn;
  /** The id under which a terminal keeps its own result file, so that a report counts the person once. */
  readonly id?: string;
  /** 128 random bits in hexadecimal digits: whoever joins again with the same ones is the same person. */
  readonly nonce?: string;
};

/** The longest nonce, in UTF-16 code units. */
const LONGEST_NONCE = 64;

/** Longer names are cut by `cleanName`; this keeps its work small. In UTF-16 code units. */
const LONGEST_TYPED = 256;

/** More answers than any exercise has. */
const MOST_CHOICES = 500;

const isChoices: Guard = (value) =>
  Array.isArray(value) &&
  value.length <= MOST_CHOICES &&
  value.every((one) => Array.isArray(one) && one.length === 2 && one.every(isId));

const isNonce: Guard = (value) => isId(value) && String(value).length <= LONGEST_NONCE;

const GUARDS: Readonly<Record<string, Guard>> = {
  answer: object({ stop: isWhole, round: isWhole, choices: isChoices, nonce: isNonce }),
  'hand-in': () => true,
  alone: object({ choices: isChoices }),
};

/** @returns undefined if the value is no message. Its ids may still be of nothing in the room. */
export function readMessage(value: unknown): PersonMessage | undefined {
  if (!isRecord(value) || typeof value.do !== 'string' || !Object.hasOwn(GUARDS, value.do))
    return undefined;
  return GUARDS[value.do]?.(value) ? (value as PersonMessage) : undefined;
}

const isPersonId: Guard = (value) => {
  if (typeof value !== 'string' || value.length !== ID_LENGTH) return false;
  return charactersOf(valuesOf(value) ?? []) === value;
};

const isJoinNonce: Guard = (value) => typeof value === 'string' && /^[\da-f]{32}$/.test(value);

const isJoin = object({
  id: optional(isPersonId),
  nonce: optional(isJoinNonce),
  code: isId,
  name: isText,
  wayIn: (value) => WAYS_IN.some((one) => one === value),
});

/** @returns undefined if the value is no such message */
export function readJoin(value: unknown): JoinMessage | undefined {
  if (!isJoin(value)) return undefined;
  const { code, name, wayIn, id, nonce } = value as JoinMessage;
  return {
    code: code.slice(0, LONGEST_TYPED),
    name: name.slice(0, LONGEST_TYPED),
    wayIn,
    ...(id !== undefined && { id }),
    ...(nonce !== undefined && { nonce }),
  };
}
