import type { CourseIndex, CourseLessons, Lesson } from '../course/course.js';
import { hash32 } from '../hash.js';
import { plainText } from '../text/sanitize.js';
import {
  BITS_PER_CHARACTER,
  bareCode,
  charactersOf,
  characterValues,
  grouped,
  numberOf,
  valuesOf,
} from './codes/base32.js';
import { checksumOf, withoutChecksum } from './codes/checksum.js';
import { packed, unpacked } from './codes/mixed-radix.js';
import { exerciseHash } from './exercise.js';
import { type Feedback, LONGEST_MINUTES, type Rejection, type Room } from './room.js';

/** How many different orders of choices the codes can tell apart. */
export const SEEDS = 2 ** 15;

/** Values of `exerciseTag`. */
const TAGS = 2 ** 10;

/** The number of values of: version, feedback, minutes, seed, exercise tag. Above them, one bit for each lesson. */
const FIXED = [2, 2, LONGEST_MINUTES + 1, SEEDS, TAGS] as const;

/** The value of the lowest bit above them. */
const ABOVE_FIXED = BigInt(FIXED.reduce((product, radix) => product * radix, 1));

const VERSION = 0;

const FEEDBACK_VALUES: readonly Feedback[] = ['now', 'later'];

const CHECKSUM_LENGTH = 1;

/** Characters in a code for all lessons of a course. No code of the course is longer. */
export const longestCode = ({ lessons }: CourseIndex): number =>
  characterCount((ABOVE_FIXED << BigInt(lessons.length)) - 1n) + CHECKSUM_LENGTH;

/** How many characters a number needs. */
const characterCount = (number: bigint): number =>
  Math.ceil(number.toString(2).length / BITS_PER_CHARACTER);

/** Characters in the code of a course's first lesson. */
const SHORTEST = characterCount(ABOVE_FIXED) + CHECKSUM_LENGTH;

const GROUP = 5;

/** @returns 10 bits of the exercise's hash, which tell exercises apart */
export const exerciseTag = (lessons: readonly Lesson[]): number =>
  hash32(exerciseHash(lessons)) % TAGS;

/** The code as shown on screen: `4KXM7-2QT9P`. A word chosen by the facilitator has no groups. */
export const shownCode = (code: string): string =>
  isMade(code) ? grouped(code, GROUP) : plainText(code);

/** How many seeds are tried. Most codes are similar to no other. */
const TRIES = 64;

/** The step to the next seed that is tried. It is odd, and it changes all five-bit characters of the seed. */
const STRIDE = 2 ** 10 + 2 ** 5 + 1;

/**
 * The code of an exercise: its lessons, minutes and feedback, a seed for the order of choices, the exercise tag, and a
 * check character that finds typos. With one character more or less, it is not the code of another exercise, unless
 * this happens with every seed: in about one exercise in a thousand for each five lessons of the course.
 * @param seed from 0 to SEEDS - 1. If its code is similar to another, the code gets another seed
 * @returns characters without dashes
 */
export function makeRoomCode(
  course: CourseLessons,
  rules: Omit<Room, 'code'>,
  seed: number,
): string {
  for (let i = 0; i < TRIES; i++) {
    const values = codeValues(course, rules, (seed + i * STRIDE) % SEEDS);
    const isSimilar = oneEditFrom(values).some((other) => 'code' in roomOfValues(course, other));
    if (!isSimilar) return charactersOf(values);
  }
  return charactersOf(codeValues(course, rules, seed));
}

/** The code as values, highest first. The first is never 0. */
function codeValues(
  course: CourseLessons,
  { lessons, minutes, feedback }: Omit<Room, 'code'>,
  seed: number,
): number[] {
  const tag = exerciseTag(lessons.map(course.lesson));
  const fixed = [VERSION, FEEDBACK_VALUES.indexOf(feedback), minutes, seed, tag];
  const digits = fixed.map((value, i) => ({ value, of: FIXED[i] ?? 1 }));
  const number = packed(digits) + lessonBits(course.index, lessons) * ABOVE_FIXED;
  const values = characterValues(number, characterCount(number));
  return [...values, ...checksumOf(values, CHECKSUM_LENGTH)];
}

/** Every code with one value more or less. The check character finds a wrong value or two swapped ones, not these. */
const oneEditFrom = (values: readonly number[]): number[][] => [
  ...values.map((_, at) => values.toSpliced(at, 1)),
  ...[...values, 0].flatMap((_, at) =>
    Array.from({ length: 2 ** BITS_PER_CHARACTER }, (__, value) => values.toSpliced(at, 0, value)),
  ),
];

/** One bit for each lesson of the course; the first lesson is the lowest bit. */
export const lessonBits = ({ lessons }: CourseIndex, chosen: readonly string[]): bigint =>
  lessons.reduce((bits, { id }, i) => (chosen.includes(id) ? bits | (1n << BigInt(i)) : bits), 0n);

/** @returns the ids; undefined if no bit is set, or if a bit is beyond the lessons of the course */
export function lessonsOfBits({ lessons }: CourseIndex, bits: bigint): string[] | undefined {
  if (bits === 0n || bits >> BigInt(lessons.length) > 0n) return undefined;
  return lessons.filter((_, i) => (bits >> BigInt(i)) & 1n).map(({ id }) => id);
}

const TYPO = 'is not a code of this program, or was mistyped: look at the board again';

const OTHER_COURSE =
  'is not a code for this course: look at the board again. If the room uses another course, choose that course with --course, and use the same version of on-the-record';

const LATER =
  'is not a code of this version: look at the board again. If the board has the same code, get the latest on-the-record';

/** @param typed in any case, with or without spaces and dashes; I and L count as 1, and O as 0 */
export function readRoomCode(course: CourseLessons, typed: string): Room | Rejection {
  const values = valuesOf(bareCode(typed));
  return values ? roomOfValues(course, values) : { rejected: TYPO };
}

function roomOfValues(course: CourseLessons, values: readonly number[]): Room | Rejection {
  // An O or 0 in front changes neither the number nor the check character.
  const hasForm = values.length >= SHORTEST && values[0] !== 0;
  const checked = hasForm ? withoutChecksum(values, CHECKSUM_LENGTH) : undefined;
  if (!checked) return { rejected: TYPO };
  const { values: fixed, above } = unpacked(numberOf(checked), FIXED);
  const [version = 0, feedback = 0, minutes = 0, , tag] = fixed;
  if (version !== VERSION) return { rejected: LATER };
  const lessons = lessonsOfBits(course.index, above);
  if (!lessons || exerciseTag(lessons.map(course.lesson)) !== tag)
    return { rejected: OTHER_COURSE };
  return {
    code: charactersOf(values),
    lessons,
    minutes,
    feedback: FEEDBACK_VALUES[feedback] ?? 'now',
  };
}

/** Characters in a code for a course with forty lessons. */
const LONGEST = 20;

/** Whether a code looks like one of `makeRoomCode`: it has the right length and at least one digit. */
function isMade(code: string): boolean {
  const bare = bareCode(code);
  const hasLength = bare.length >= SHORTEST && bare.length <= LONGEST;
  return hasLength && /\d/.test(bare) && valuesOf(bare) !== undefined;
}

const WORD = /^[\p{L}\p{N}]{2,32}$/u;

/** The room of a facilitator's own word. A word does not contain the lessons, so the caller passes them. */
export function roomOfWord(word: string, rest: Omit<Room, 'code'>): Room | Rejection {
  const code = bareCode(plainText(word).normalize('NFKC'));
  return WORD.test(code)
    ? { ...rest, code }
    : { rejected: 'cannot be a code: take 2 to 32 letters and digits' };
}
