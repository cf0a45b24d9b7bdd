import type { CourseLessons } from '../course/course.js';
import { hash32 } from '../hash.js';
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
import { type Person, SHORT_ID_LENGTH } from './person.js';
import type { Rejection, Room } from './room.js';
import { exerciseTag, lessonBits, lessonsOfBits } from './room-code.js';

/** First answers, by check: the choice's id. */
export type Chosen = ReadonlyMap<string, string>;

/** What a hand-in code says. */
export type HandIn = {
  /** Which room, as far as 10 bits of its code tell. */
  readonly tag: number;
  readonly lessons: readonly string[];
  /** The first signs of the person's id. */
  readonly shortId: string;
  readonly named: boolean;
  readonly chosen: Chosen;
};

const VERSION = 0;
const TAGS = 2 ** 10;
const MARKS = 2 ** 10;
const SHORT_IDS = 32 ** SHORT_ID_LENGTH;
/** Version and whether the name was given; room, exercise and person. */
const FIXED = [2, 2, TAGS, MARKS, SHORT_IDS] as const;
const CHECKSUM_LENGTH = 3;
const GROUP = 4;

/** @returns 10 bits of a room's code */
export const roomTag = (code: string): number => hash32(code) % TAGS;

/** As it is shown and read aloud: `7K2M-QX4T-…`. */
export const shownHandIn = (code: string): string => grouped(code, GROUP);

/**
 * Everything that was chosen, in signs that can be read aloud: one of the choices, or none, for each check; with the
 * lessons, room, exercise and person, and three signs that tell what was misheard.
 * @returns signs alone, without dashes
 */
export function makeHandIn(
  course: CourseLessons,
  { lessons, tag, shortId, named, chosen }: HandIn,
): string {
  const bodies = lessons.map(course.lesson);
  const id = Number(numberOf(valuesOf(shortId) ?? []));
  const fixed = [VERSION, named ? 1 : 0, tag, exerciseTag(bodies), id];
  const checks = exerciseChecks(bodies);
  const digits: Digit[] = [
    ...fixed.map((value, i) => ({ value, of: FIXED[i] ?? 1 })),
    ...checks.map((one, i) => ({ value: placeOf(one, chosen), of: radices(checks)[i] ?? 1 })),
  ];
  const all = 2n ** BigInt(course.index.lessons.length);
  const number = lessonBits(course.index, lessons) + all * packed(digits);
  const values = characterValues(number, characterCount(course, checks));
  return charactersOf([...values, ...checksumOf(values, CHECKSUM_LENGTH)]);
}

/** The hand-in code of someone in a room. */
export const handInOf = (
  course: CourseLessons,
  { room, person }: { readonly room: Room; readonly person: Person },
  chosen: Chosen,
): string =>
  makeHandIn(course, {
    tag: roomTag(room.code),
    lessons: room.lessons,
    shortId: person.id.slice(0, SHORT_ID_LENGTH),
    named: person.named,
    chosen,
  });

/** 0 where none was chosen, else the choice's place as the author wrote them, from 1. */
const placeOf = ({ check }: ExerciseCheck, chosen: Chosen): number =>
  check.choices.findIndex(({ id }) => id === chosen.get(check.id)) + 1;

const radices = (checks: readonly ExerciseCheck[]): number[] =>
  checks.map(({ check }) => check.choices.length + 1);

/** How many signs the largest number takes: so a code's length tells of a sign left out. */
function characterCount({ index }: CourseLessons, checks: readonly ExerciseCheck[]): number {
  const most = [...FIXED, ...radices(checks)].reduce(
    (product, radix) => product * BigInt(radix),
    2n ** BigInt(index.lessons.length),
  );
  return Math.ceil((most - 1n).toString(2).length / BITS_PER_CHARACTER);
}

const TYPO = 'is not a whole hand-in code: have it read out again';
const OTHER = 'is of another course, or another version of it';

/** @param typed forgiving, as a room's code is */
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
  const { values: digits, above } = unpacked(number / all, [...FIXED, ...radices(checks)]);
  const [version, named, tag = 0, mark, id = 0, ...places] = digits;
  const isWhole = above === 0n && checked.length === characterCount(course, checks);
  if (version !== VERSION || mark !== exerciseTag(bodies) || !isWhole) return { rejected: OTHER };
  const shortId = charactersOf(characterValues(BigInt(id), SHORT_ID_LENGTH));
  return { tag, lessons, shortId, named: named === 1, chosen: chosenAt(checks, places) };
}

function chosenAt(checks: readonly ExerciseCheck[], places: readonly number[]): Chosen {
  const pairs = checks.flatMap(({ check }, i): [string, string][] => {
    const choice = check.choices[(places[i] ?? 0) - 1];
    return choice ? [[check.id, choice.id]] : [];
  });
  return new Map(pairs);
}
