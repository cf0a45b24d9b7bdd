import type { CourseIndex, CourseLessons, Lesson } from '../course/course.js';
import { hash32 } from '../hash.js';
import { plainText } from '../text/sanitize.js';
import { VERSION } from '../version.js';
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
import { exerciseHash } from './exercise.js';
import { type MadeWith, madeWithText } from './made-with.js';
import type { Rejection, Room } from './room.js';
import {
  characterCount,
  contentOf,
  isOf0,
  mostCharacters,
  numberOfContent,
  SEEDS,
  SHORTEST,
  SHORTEST_OF_0,
  TAGS,
} from './room-code-content.js';

const CHECKSUM_LENGTH = 1;

/** Characters in a code for all lessons of a course. No code of the course is longer. */
export const longestCode = ({ lessons }: CourseIndex): number =>
  mostCharacters(lessons.length) + CHECKSUM_LENGTH;

/** Characters in a group of a code. Three at a time are read, said and typed without looking twice. */
const GROUP = 3;
const GROUP_OF_0 = 5;

/** @returns 10 bits of the exercise's hash, which tell exercises apart */
export const exerciseTag = (lessons: readonly Lesson[]): number =>
  hash32(exerciseHash(lessons)) % TAGS;

/** The code as shown on screen: `4KX-M72-QT9-P3A-BCD-EFG`. A word chosen by the facilitator has no groups. */
export function shownCode(code: string): string {
  if (!isMade(code)) return plainText(code);
  const isShort = bareCode(code).length < SHORTEST + CHECKSUM_LENGTH;
  return grouped(code, isShort ? GROUP_OF_0 : GROUP);
}

/** How many seeds are tried. Most codes are similar to no other. */
const TRIES = 64;

/** The step to the next seed that is tried. It is odd, and it changes both five-bit characters of the seed. */
const STRIDE = 2 ** 5 + 1;

/** What a facilitator decides about a room. */
export type Rules = Omit<Room, 'code'>;

/**
 * The code of an exercise: its lessons, time limit, feedback and certainty, a seed for the order of choices, the exercise
 * tag, what made it, and a check character that finds typos. With one character more or less, it is not the code of
 * another exercise, unless this happens with every seed that is tried.
 * @param seed from 0 to SEEDS - 1. If its code is similar to another, the code gets another seed
 * @param version of the program that makes the code
 * @returns characters without dashes
 */
export function makeRoomCode(
  course: CourseLessons,
  rules: Rules,
  seed: number,
  version = VERSION,
): string {
  const valuesWith = (one: number): number[] => codeValues(course, rules, one % SEEDS, version);
  for (let i = 0; i < TRIES; i++) {
    const values = valuesWith(seed + i * STRIDE);
    const isSimilar = oneEditFrom(values).some((other) => 'code' in roomOfValues(course, other, 0));
    if (!isSimilar) return charactersOf(values);
  }
  return charactersOf(valuesWith(seed));
}

/** The code as values, highest first. The first is never 0. */
function codeValues(course: CourseLessons, rules: Rules, seed: number, version: string): number[] {
  const { lessons, ...rest } = rules;
  const number = numberOfContent({
    ...rest,
    bits: lessonBits(course.index, lessons),
    tag: exerciseTag(lessons.map(course.lesson)),
    seed,
    madeWith: { version, words: course.index.words },
  });
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

const LATER =
  'is not a code of this version: look at the board again. If the board has the same code, get the latest on-the-record';

/**
 * @param typed in any case, with or without spaces and dashes; I and L count as 1, and O as 0
 * @param now milliseconds since 1970. A code contains a common end without its month
 */
export function readRoomCode(course: CourseLessons, typed: string, now: number): Room | Rejection {
  const values = valuesOf(bareCode(typed));
  return values ? roomOfValues(course, values, now) : { rejected: TYPO };
}

/** The program that made a code. Undefined for a word, and for a code of 0.1.0 and 0.2.0, which does not say. */
export function madeWithIn(code: string): MadeWith | undefined {
  const number = checkedNumber(valuesOf(bareCode(code)) ?? []);
  return number === undefined ? undefined : contentOf(number, 0)?.madeWith;
}

/** What a code contains, as a number; undefined if it was mistyped. */
function checkedNumber(values: readonly number[]): bigint | undefined {
  // An O or 0 in front changes neither the number nor the check character.
  const checked = values[0] === 0 ? undefined : withoutChecksum(values, CHECKSUM_LENGTH);
  if (!checked) return undefined;
  const number = numberOf(checked);
  return checked.length < (isOf0(number) ? SHORTEST_OF_0 : SHORTEST) ? undefined : number;
}

function roomOfValues(
  course: CourseLessons,
  values: readonly number[],
  now: number,
): Room | Rejection {
  const number = checkedNumber(values);
  if (number === undefined) return { rejected: TYPO };
  const content = contentOf(number, now);
  if (!content) return { rejected: LATER };
  const { bits, tag, seed: _, madeWith, ...rules } = content;
  const lessons = lessonsOfBits(course.index, bits);
  return lessons && exerciseTag(lessons.map(course.lesson)) === tag
    ? { code: charactersOf(values), lessons, ...rules }
    : otherQuestions(course.index, madeWith);
}

/** The course lacks lessons of the code, or its questions have other ids, keys or another order. */
function otherQuestions({ words }: CourseIndex, madeWith: MadeWith | undefined): Rejection {
  const here = madeWithText({ version: VERSION, words });
  const made = madeWith ? madeWithText(madeWith) : 'a version before 0.3.0';
  return {
    rejected: `was made with ${made}, but this computer has version ${here}, and the questions differ. ${ADVICE}`,
    ...(madeWith && { madeWith }),
  };
}

const ADVICE =
  'Look at the board again. If the board has the same code, get on-the-record from your facilitator. If the room uses another course, choose it with --course';

/** Lessons in the largest course whose codes are shown in groups. */
const MOST_LESSONS = 40;

/** Whether a code looks like one of `makeRoomCode`: it has the right length and at least one digit. */
function isMade(code: string): boolean {
  const bare = bareCode(code);
  const length = bare.length - CHECKSUM_LENGTH;
  const hasLength = length >= SHORTEST_OF_0 && length <= mostCharacters(MOST_LESSONS);
  return hasLength && /\d/.test(bare) && valuesOf(bare) !== undefined;
}

const WORD = /^[\p{L}\p{N}]{2,32}$/u;

/** The room of a facilitator's own word. A word does not contain the lessons, so the caller passes them. */
export function roomOfWord(word: string, rest: Rules): Room | Rejection {
  const code = bareCode(plainText(word).normalize('NFKC'));
  return WORD.test(code)
    ? { ...rest, code }
    : { rejected: 'cannot be a code: use 2 to 32 letters and digits' };
}
