import {
  type Fits,
  fields,
  isFlag,
  isId,
  isRecord,
  isText,
  isTime,
  listOf,
  optional,
} from '../json-shape.js';
import type { LogEntry, LookUp } from '../log/entry.js';
import { inOrder } from '../log/order.js';
import { type Certainty, isCertainty } from '../memory/certainty.js';
import { hidesVerdicts } from '../progress/exercise.js';
import type { Exercise } from '../progress/progress.js';
import { exerciseChecks, exerciseHash } from '../room/exercise.js';
import { type Chosen, handInOf, shownHandIn } from '../room/hand-in-code.js';
import { cleanName, LONGEST_NAME, type Person } from '../room/person.js';
import type { Room } from '../room/room.js';
import type { CourseLessons, Refused } from '../room/room-code.js';
import { plainText } from '../text/sanitize.js';

/** One first answer, as it was given. */
export type ResultAnswer = {
  readonly check: string;
  readonly choice: string;
  readonly certainty?: Certainty;
  /** What was looked up before it. */
  readonly lookUps?: readonly LookUp[];
};

/** What a participant hands in: choices, and not what came of them. */
export type Result = {
  readonly course: string;
  /** The hash of the exercise's checks and keys. */
  readonly exercise: string;
  readonly code: string;
  readonly lessons: readonly string[];
  readonly person: Person;
  /** Milliseconds since 1970. */
  readonly saved: number;
  readonly isHandedIn: boolean;
  readonly answers: readonly ResultAnswer[];
};

/** What tells a result file from any other JSON. */
const KIND = 'on-the-record result';
const VERSION = 1;

/** A result of hundreds of checks is smaller. In bytes. */
export const LARGEST_RESULT = 256 * 1024;

type Told = {
  readonly course: CourseLessons;
  readonly exercise: Exercise;
  /** The whole log of the exercise. */
  readonly entries: readonly LogEntry[];
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The text of a result file, as far as the exercise has come: the contract of its version. */
export function resultText({ course, exercise, entries, now }: Told): string {
  const { room, person, began, handedIn, because } = exercise;
  const lessons = room.lessons.map(course.lesson);
  const answers = firstAnswers(entries);
  const chosen: Chosen = new Map(answers.map(({ check, choice }) => [check, choice]));
  const checks = exerciseChecks(lessons);
  const right = checks.filter(({ check }) => chosen.get(check.id) === check.key).length;
  const told = {
    kind: KIND,
    version: VERSION,
    course: { id: course.index.id, title: course.index.title },
    exercise: exerciseHash(lessons),
    ...room,
    person,
    began,
    saved: now,
    ...(handedIn !== undefined && { handedIn, because }),
    answers,
    // Where verdicts wait, it would tell after each answer whether it was right.
    ...(!hidesVerdicts(exercise) && {
      score: { right, answered: answers.length, checks: checks.length },
    }),
    handInCode: shownHandIn(handInOf(course, exercise, chosen)),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** The first answer to each check, in the order in which they were given. */
function firstAnswers(entries: readonly LogEntry[]): ResultAnswer[] {
  const first = new Map<string, ResultAnswer>();
  for (const entry of inOrder(entries)) {
    if (entry.k === 'hand-in') break; // what comes later came too late
    if (entry.k !== 'answer' || first.has(entry.check)) continue;
    const { check, choice, certainty, lookUps } = entry;
    first.set(check, {
      check,
      choice,
      ...(isCertainty(certainty) && { certainty }),
      ...(lookUps.length > 0 && { lookUps }),
    });
  }
  return [...first.values()];
}

const isAnswer: Fits = fields({ check: isId, choice: isId, certainty: optional(isText) });

const isResult = fields({
  course: fields({ id: isText }),
  exercise: isId,
  code: isId,
  lessons: listOf(isId),
  person: fields({ id: isId, name: isText, named: isFlag }),
  saved: isTime,
  handedIn: optional(isTime),
  answers: listOf(isAnswer),
});

type Written = {
  readonly course: { readonly id: string };
  readonly exercise: string;
  readonly code: Room['code'];
  readonly lessons: Room['lessons'];
  readonly person: Person;
  readonly saved: number;
  readonly handedIn?: number;
  readonly answers: readonly { check: string; choice: string; certainty?: string }[];
};

/** Longer ids and codes than these are none of ours. */
const LONGEST = 64;

const MOST_LESSONS = 1_000;
const MOST_ANSWERS = 2_000;

/**
 * A result from any text, however hostile: only choices are taken from it, and texts through the gate.
 * @returns the result, or why it is none, as the end of a sentence
 */
export function readResult(text: string): Result | Refused {
  const value = jsonOf(text);
  if (value === undefined) return { refused: 'is broken or cut short' };
  if (!isRecord(value) || value.kind !== KIND)
    return { refused: 'is not a result of this program' };
  if (value.version !== VERSION)
    return { refused: 'was written by another version of on-the-record: read it with that one' };
  if (!isResult(value) || (value.answers as unknown[]).length > MOST_ANSWERS)
    return { refused: 'lacks what a result must have, or holds it wrongly' };
  return resultOf(value as unknown as Written);
}

function resultOf({
  course,
  exercise,
  code,
  lessons,
  person,
  saved,
  handedIn,
  answers,
}: Written): Result {
  const short = (given: string): string => plainText(given.slice(0, LONGEST));
  const first = new Map<string, ResultAnswer>();
  for (const { check, choice, certainty } of answers)
    if (!first.has(check))
      first.set(check, { check, choice, ...(isCertainty(certainty) && { certainty }) });
  const name = cleanName(person.name.slice(0, 8 * LONGEST_NAME));
  return {
    course: short(course.id),
    exercise: short(exercise),
    code: short(code),
    lessons: lessons.slice(0, MOST_LESSONS),
    person: {
      id: short(person.id),
      name: name ?? 'No name',
      named: person.named && name !== undefined,
    },
    saved,
    isHandedIn: handedIn !== undefined,
    answers: [...first.values()],
  };
}

/** JSON has no NaN, and nesting that is too deep throws as what is cut does. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
