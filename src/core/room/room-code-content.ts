import { BITS_PER_CHARACTER } from './codes/base32.js';
import { packed, unpacked } from './codes/mixed-radix.js';
import { MADE_WITH, type MadeWith, madeWithOf, madeWithValues } from './made-with.js';
import { type Feedback, LONGEST_MINUTES, type Room } from './room.js';
import { LIMITS, limitOf, limitValue } from './time-limit.js';

/** What a room code contains before its check character. */
export type CodeContent = Omit<Room, 'code' | 'lessons'> & {
  /** One for each lesson. */
  readonly bits: bigint;
  readonly tag: number;
  readonly seed: number;
  /** Absent in the codes of 0.1.0 and 0.2.0. */
  readonly madeWith?: MadeWith;
};

/** How many different orders of choices the codes can tell apart. */
export const SEEDS = 2 ** 10;

/** Values of `exerciseTag`. */
export const TAGS = 2 ** 10;

/** The codes of 0.1.0 and 0.2.0: version, feedback, minutes, seed, exercise tag. Above them, one bit for each lesson. */
const FIXED_OF_0 = [2, 2, LONGEST_MINUTES + 1, 2 ** 15, TAGS] as const;

/**
 * The number of values of: version, feedback, certainty, time limit, seed, exercise tag, what made the code. Above them,
 * one bit for each lesson. The lowest bit of the version is the complete version of the codes before.
 */
const FIXED = [4, 2, 2, LIMITS, SEEDS, TAGS, ...MADE_WITH] as const;

const VERSION = 1;

const FEEDBACK_VALUES: readonly Feedback[] = ['now', 'later'];

/** The value of the lowest bit above these. */
const above = (radices: readonly number[]): bigint =>
  radices.reduce((product, radix) => product * BigInt(radix), 1n);

/** How many characters a number needs. */
export const characterCount = (number: bigint): number =>
  Math.ceil(number.toString(2).length / BITS_PER_CHARACTER);

/** Characters for the content of a course's first lesson. */
export const SHORTEST_OF_0 = characterCount(above(FIXED_OF_0));
export const SHORTEST = characterCount(above(FIXED));

/** The most characters for the content of a course with this many lessons. */
export const mostCharacters = (lessons: number): number =>
  characterCount((above(FIXED) << BigInt(lessons)) - 1n);

export function numberOfContent(content: CodeContent & { readonly madeWith: MadeWith }): bigint {
  const { bits, tag, seed, feedback, certainty = false, madeWith } = content;
  const asked = certainty ? 1 : 0;
  const limit = limitValue(content);
  const made = madeWithValues(madeWith);
  const fixed = [VERSION, FEEDBACK_VALUES.indexOf(feedback), asked, limit, seed, tag, ...made];
  return packed(fixed.map((value, i) => ({ value, of: FIXED[i] ?? 1 }))) + bits * above(FIXED);
}

/** Whether 0.1.0 and 0.2.0 made the code. */
export const isOf0 = (number: bigint): boolean => number % 2n === 0n;

/**
 * @param now milliseconds since 1970, to find the common end
 * @returns undefined if a later version made the code
 */
export function contentOf(number: bigint, now: number): CodeContent | undefined {
  if (isOf0(number)) return contentOf0(number);
  const { values, above: bits } = unpacked(number, FIXED);
  const [version, feedback = 0, certainty, limit = 0, seed = 0, tag = 0, ...made] = values;
  if (version !== VERSION) return undefined;
  return {
    bits,
    tag,
    seed,
    ...limitOf(limit, now),
    feedback: FEEDBACK_VALUES[feedback] ?? 'now',
    certainty: certainty === 1,
    madeWith: madeWithOf(made),
  };
}

function contentOf0(number: bigint): CodeContent {
  const { values, above: bits } = unpacked(number, FIXED_OF_0);
  const [, feedback = 0, minutes = 0, seed = 0, tag = 0] = values;
  return { bits, tag, seed, minutes, feedback: FEEDBACK_VALUES[feedback] ?? 'now' };
}
