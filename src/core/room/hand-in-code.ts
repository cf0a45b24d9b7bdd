import type { CourseLessons } from '../course/course.js';
import { hash32 } from '../hash.js';
import { ATTEMPT_STATUSES, type AttemptStatus } from './attempt-status.js';
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
import { type Digit, packed, unpacked } from './codes/mixed-radix.js';
import { type ExerciseCheck, exerciseChecks } from './exercise.js';
import { type Person, SHORT_ID_LENGTH, shortIdOf } from './person.js';
import type { Rejection, Room } from './room.js';
import { exerciseTag, lessonBits, lessonsOfBits } from './room-code.js';

/** The first answers: ids of choices by id of the check. */
export type Chosen = ReadonlyMap<string, string>;

/** The content of a hand-in code. */
export type HandIn = {
  /** 10 bits of the hash of the room code, see `roomTag`. */
  readonly tag: number;
  readonly lessons: readonly string[];
  /** The first characters of the person's id. */
  readonly shortId: string;
  readonly named: boolean;
  readonly status: AttemptStatus;
  /** Whether the person got more time than the room. */
  readonly isLengthened: boolean;
  readonly chosen: Chosen;
};

/** Version 0 has no status: whoever answered everything counts as handed in. */
const VERSION = 1;
const ROOM_TAGS = 2 ** 10;
const EXERCISE_TAGS = 2 ** 10;
const SHORT_IDS = 32 ** SHORT_ID_LENGTH;
/** The number of values of: version, `named`, room tag, exercise tag, short id. */
const FIXED = [2, 2, ROOM_TAGS, EXERCISE_TAGS, SHORT_IDS] as const;
/** The same of `status` and `isLengthened`, from version 1 on. */
const STATUS = [ATTEMPT_STATUSES.length, 2] as const;
const CHECKSUM_LENGTH = 3;
const GROUP = 4;

/** @returns 10 bits of the hash of a room code */
export const roomTag = (code: string): number => hash32(code) % ROOM_TAGS;

/** The code in groups, to be read aloud: `7K2M-QX4T-…`. */
export const shownHandIn = (code: string): string => grouped(code, GROUP);

/**
 * Encodes lessons, room, exercise, person, status, and the answer to each check (one choice or none) in characters that
 * can be read aloud. Three check characters find misheard and mistyped characters.
 * @returns characters without dashes
 */
export function makeHandIn(
  course: CourseLessons,
  { lessons, tag, shortId, named, status, isLengthened, chosen }: HandIn,
): string {
  const bodies = lessons.map(course.lesson);
  const id = Number(numberOf(valuesOf(shortId) ?? []));
  const checks = exerciseChecks(bodies);
  const given = [
    ...[VERSION, named ? 1 : 0, tag, exerciseTag(bodies), id],
    ...[ATTEMPT_STATUSES.indexOf(status), isLengthened ? 1 : 0],
    ...checks.map((check) => choiceNumber(check, chosen)),
  ];
  const of = radices(VERSION, checks);
  const digits = given.map((value, i): Digit => ({ value, of: of[i] ?? 1 }));
  const all = 2n ** BigInt(course.index.lessons.length);
  const number = lessonBits(course.index, lessons) + all * packed(digits);
  const values = characterValues(number, characterCount(course, of));
  return charactersOf([...values, ...checksumOf(values, CHECKSUM_LENGTH)]);
}

/** Someone in a room, and how far this person is. */
type Attempt = {
  readonly room: Room;
  readonly person: Person;
  readonly status: AttemptStatus;
  readonly isLengthened?: boolean;
};

/** The hand-in code of someone in a room. */
export const handInOf = (
  course: CourseLessons,
  { room, person, status, isLengthened = false }: Attempt,
  chosen: Chosen,
): string =>
  makeHandIn(course, {
    tag: roomTag(room.code),
    lessons: room.lessons,
    shortId: shortIdOf(person),
    named: person.named,
    status,
    isLengthened,
    chosen,
  });

/** The position of the chosen choice in the author's order, from 1; 0 if the check has no answer. */
const choiceNumber = ({ check }: ExerciseCheck, chosen: Chosen): number =>
  check.choices.findIndex(({ id }) => id === chosen.get(check.id)) + 1;

const radices = (version: number, checks: readonly ExerciseCheck[]): number[] => [
  ...FIXED,
  ...(version === 0 ? [] : STATUS),
  ...checks.map(({ check }) => check.choices.length + 1),
];

/** How many characters the largest number needs. Every code of an exercise and version has this length, so a missing character shows. */
function characterCount({ index }: CourseLessons, of: readonly number[]): number {
  const most = of.reduce(
    (product, radix) => product * BigInt(radix),
    2n ** BigInt(index.lessons.length),
  );
  return Math.ceil((most - 1n).toString(2).length / BITS_PER_CHARACTER);
}

const TYPO = 'is not a complete hand-in code: ask for the code again';
const WRONG = 'has a code in which a character is wrong: ask for the code again';
const OTHER =
  'has a code from another course, or from another version of this course: read it with that course or version';

/** Why a code cannot be read, as the end of a sentence: a code of the right length has a wrong character. */
export function handInFault(course: CourseLessons, typed: string): string {
  const read = readHandIn(course, typed);
  if (!('rejected' in read) || read.rejected !== TYPO) return OTHER;
  const values = [...bareCode(typed)].map((one) => valuesOf(one)?.[0] ?? 0);
  if (values.length > LONGEST_CORRECTED) return TYPO;
  return hasLengthOfItsLessons(course, values) || isOneCharacterOff(course, values) ? WRONG : TYPO;
}

/** Longer codes are not compared with others: that takes time, and their length says enough. */
const LONGEST_CORRECTED = 60;

/** Whether the code is as long as one of the lessons that it names. Both may be wrong. */
function hasLengthOfItsLessons(course: CourseLessons, values: readonly number[]): boolean {
  const number = numberOf(values.slice(0, -CHECKSUM_LENGTH));
  const all = 2n ** BigInt(course.index.lessons.length);
  const lessons = lessonsOfBits(course.index, number % all);
  if (!lessons || withoutChecksum(values, CHECKSUM_LENGTH)) return false;
  const of = radices(Number((number / all) % 2n), exerciseChecks(lessons.map(course.lesson)));
  return values.length - CHECKSUM_LENGTH === characterCount(course, of);
}

const isOneCharacterOff = (course: CourseLessons, values: readonly number[]): boolean =>
  values.some((_, at) =>
    Array.from({ length: 2 ** BITS_PER_CHARACTER }, (__, value) => values.with(at, value)).some(
      (other) =>
        withoutChecksum(other, CHECKSUM_LENGTH) !== undefined &&
        !('rejected' in readHandIn(course, charactersOf(other))),
    ),
  );

/** @param typed in any case, with or without spaces and dashes; I and L count as 1, and O as 0 */
export function readHandIn(course: CourseLessons, typed: string): HandIn | Rejection {
  const values = valuesOf(bareCode(typed));
  const checked = values && withoutChecksum(values, CHECKSUM_LENGTH);
  if (!checked) return { rejected: TYPO };
  const all = 2n ** BigInt(course.index.lessons.length);
  const number = numberOf(checked);
  const lessons = lessonsOfBits(course.index, number % all);
  if (!lessons) return { rejected: OTHER };
  const bodies = lessons.map(course.lesson);
  const checks = exerciseChecks(bodies);
  const version = Number((number / all) % 2n);
  const of = radices(version, checks);
  const { values: digits, above } = unpacked(number / all, of);
  const [, named, tag = 0, exercise, id = 0, ...rest] = digits;
  if (exercise !== exerciseTag(bodies)) return { rejected: OTHER };
  const isWhole = above === 0n && checked.length === characterCount(course, of);
  if (!isWhole) return { rejected: TYPO };
  const shortId = charactersOf(characterValues(BigInt(id), SHORT_ID_LENGTH));
  const [status, lengthened] = version === 0 ? [] : rest.splice(0, STATUS.length);
  const chosen = chosenBy(checks, rest);
  const isAll = chosen.size === checks.length;
  return {
    tag,
    lessons,
    shortId,
    named: named === 1,
    status: ATTEMPT_STATUSES[status ?? -1] ?? (isAll ? 'handed-in' : 'open'),
    isLengthened: lengthened === 1,
    chosen,
  };
}

function chosenBy(checks: readonly ExerciseCheck[], choiceNumbers: readonly number[]): Chosen {
  const pairs = checks.flatMap(({ check }, i): [string, string][] => {
    const choice = check.choices[(choiceNumbers[i] ?? 0) - 1];
    return choice ? [[check.id, choice.id]] : [];
  });
  return new Map(pairs);
}
