import type { Lesson } from '../course/course.js';
import type { Certainty } from '../memory/certainty.js';
import { exerciseChecks, exerciseHash } from '../room/exercise.js';
import { type HandIn, tagOf } from '../room/hand-in-code.js';
import { madeUpName, nameKey, SHORT_ID_SIGNS } from '../room/person.js';
import { type CourseLessons, readRoomCode, shownCode } from '../room/room-code.js';
import type { Sheet } from './item-analysis.js';
import type { Result, ResultAnswer } from './read-result.js';

/** One thing that was handed in, and where it was found. */
export type Found =
  | { readonly where: string; readonly result: Result }
  | { readonly where: string; readonly handIn: HandIn; readonly name: string | undefined }
  | { readonly where: string; readonly refused: string };

/** One person, counted once. */
export type Participant = {
  /** Of a code, the first signs only. */
  readonly id: string;
  readonly name: string;
  /** Whether the name was given, and not made up. */
  readonly named: boolean;
  readonly where: string;
  /** Whether the exercise was handed in; of a code, whether all is answered. */
  readonly isWhole: boolean;
  readonly sheet: Sheet;
  readonly certainties: ReadonlyMap<string, Certainty>;
};

/** What was not counted, and why, as the end of a sentence. */
export type LeftOut = {
  readonly where: string;
  readonly why: string;
  /** Where the same person was found that is counted; the end of the sentence. */
  readonly twin?: string;
};

export type Collected = {
  readonly room: { readonly code: string | undefined; readonly lessons: readonly string[] };
  readonly participants: readonly Participant[];
  readonly leftOut: readonly LeftOut[];
  /** Names that several people have who are all counted. */
  readonly sharedNames: readonly string[];
};

/** A person as found, before it is known whether it is the only time. */
type Candidate = Participant & {
  /** Where in the room's order of time; a code has no time, and comes before any file. */
  readonly saved: number;
  readonly lessons: readonly string[];
  /** The room, as far as it is told. */
  readonly code: string | undefined;
  readonly tag: number;
};

/**
 * One room of all that was found: that of the code asked for, else the one of which most was found. Choices alone
 * count, and are judged anew. What cannot be counted is left out, each with why.
 */
export function collect(
  course: CourseLessons,
  found: readonly Found[],
  asked: string | undefined,
): Collected {
  const leftOut: LeftOut[] = [];
  const candidates: Candidate[] = [];
  const exerciseOf = exercisesOf(course);
  for (const one of found) {
    const candidate = candidateOf(exerciseOf, one);
    if ('why' in candidate) leftOut.push(candidate);
    else candidates.push(candidate);
  }
  const room = roomOf(course, candidates, asked);
  const inRoom = candidates.filter((one) => isOf(room, one));
  const elsewhere = candidates.filter((one) => !isOf(room, one)).map(otherRoom);
  const { counted, doubles } = eachOnce(inRoom);
  return {
    room: { code: room?.code, lessons: room?.lessons ?? [] },
    participants: counted,
    leftOut: [...leftOut, ...elsewhere, ...doubles],
    sharedNames: sharedNames(counted),
  };
}

/** A room as far as it is known: where there are hand-in codes only, by the part of its code that they hold. */
type KnownRoom = {
  readonly code: string | undefined;
  readonly tag: number;
  readonly lessons: readonly string[];
};

/** The room asked for, with the lessons that most there have done; else the one that most is of. */
function roomOf(
  course: CourseLessons,
  candidates: readonly Candidate[],
  asked: string | undefined,
): KnownRoom | undefined {
  if (asked === undefined) return mostCommonRoom(candidates);
  const tag = tagOf(asked);
  const made = readRoomCode(course, asked);
  if ('lessons' in made) return { code: asked, tag, lessons: made.lessons };
  const those = candidates.filter((one) => one.tag === tag && (one.code ?? asked) === asked);
  const lessons = mostCommonRoom(those.map((one) => ({ ...one, code: asked })))?.lessons ?? [];
  return { code: asked, tag, lessons };
}

/** Files say their room; codes go with the files of a room that fits, and are a room of their own where none does. */
function mostCommonRoom(candidates: readonly Candidate[]): KnownRoom | undefined {
  const counts = new Map<string, { room: KnownRoom; count: number }>();
  for (const { code, tag, lessons } of candidates) {
    const key = `${code ?? ''} ${tag} ${lessons.join()}`;
    const before = counts.get(key)?.count ?? 0;
    counts.set(key, { room: { code, tag, lessons }, count: before + 1 });
  }
  const withCodes = ({ room, count }: { room: KnownRoom; count: number }): number =>
    room.code === undefined
      ? count
      : count + (counts.get(` ${room.tag} ${room.lessons.join()}`)?.count ?? 0);
  const ranked = [...counts.values()].sort(
    (a, b) =>
      withCodes(b) - withCodes(a) ||
      Number(b.room.code !== undefined) - Number(a.room.code !== undefined),
  );
  return ranked[0]?.room;
}

const isOf = (room: KnownRoom | undefined, one: Candidate): boolean =>
  room !== undefined &&
  one.tag === room.tag &&
  (one.code === undefined || room.code === undefined || one.code === room.code) &&
  one.lessons.join() === room.lessons.join();

/** The choices of each check of an exercise, and its hash; nothing for lessons that are not this course's. */
type KnownExercise = {
  readonly hash: string;
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
};
type ExerciseOf = (lessons: readonly string[]) => KnownExercise | undefined;

/** Each exercise is looked at once, however many results are of it. */
function exercisesOf(course: CourseLessons): ExerciseOf {
  const known = new Map<string, KnownExercise | undefined>();
  const ids = new Set(course.index.lessons.map(({ id }) => id));
  return (lessons) => {
    if (lessons.length === 0 || lessons.length > ids.size) return undefined;
    if (!lessons.every((id) => ids.has(id))) return undefined;
    const key = lessons.join('\n');
    const found = known.get(key) ?? exerciseOfLessons(lessons.map(course.lesson));
    known.set(key, found);
    return found;
  };
}

function exerciseOfLessons(lessons: readonly Lesson[]): KnownExercise {
  const checks = exerciseChecks(lessons).map(({ check }): [string, ReadonlySet<string>] => [
    check.id,
    new Set(check.choices.map(({ id }) => id)),
  ]);
  return { hash: exerciseHash(lessons), choices: new Map(checks) };
}

function candidateOf(exerciseOf: ExerciseOf, found: Found): Candidate | LeftOut {
  if ('refused' in found) return { where: found.where, why: found.refused };
  return 'result' in found
    ? ofResult(exerciseOf(found.result.lessons), found.where, found.result)
    : ofHandIn(exerciseOf(found.handIn.lessons), found);
}

const NO_ANSWER = 'has no answer in it';

function ofResult(
  exercise: KnownExercise | undefined,
  where: string,
  result: Result,
): Candidate | LeftOut {
  const { lessons, code, person, answers } = result;
  if (!exercise) return { where, why: `is of another course: ${result.course}` };
  if (exercise.hash !== result.exercise)
    return { where, why: 'is of another version of the course: its checks or keys are others' };
  const isOffered = ({ check, choice }: ResultAnswer): boolean =>
    exercise.choices.get(check)?.has(choice) === true;
  if (!answers.every(isOffered))
    return { where, why: 'has answers that the exercise does not offer' };
  if (answers.length === 0) return { where, why: NO_ANSWER };
  const certainties = answers.flatMap(({ check, certainty }): [string, Certainty][] =>
    certainty ? [[check, certainty]] : [],
  );
  return {
    ...person,
    where,
    sheet: new Map(answers.map(({ check, choice }) => [check, choice])),
    certainties: new Map(certainties),
    saved: result.saved,
    isWhole: result.isHandedIn || answers.length === exercise.choices.size,
    lessons,
    code,
    tag: tagOf(code),
  };
}

function ofHandIn(
  exercise: KnownExercise | undefined,
  { where, handIn, name }: Extract<Found, { handIn: HandIn }>,
): Candidate | LeftOut {
  const { tag, lessons, shortId, named, chosen } = handIn;
  if (chosen.size === 0) return { where, why: NO_ANSWER };
  const unknown = named ? `Somebody (${shortId})` : madeUpName(shortId);
  return {
    name: name ?? unknown,
    named: name !== undefined,
    where,
    sheet: chosen,
    certainties: new Map(),
    id: shortId,
    saved: 0,
    isWhole: chosen.size === exercise?.choices.size,
    lessons,
    code: undefined,
    tag,
  };
}

const otherRoom = ({ where, code }: Candidate): LeftOut => ({
  where,
  why:
    code === undefined
      ? 'is of another room, or of other lessons'
      : `is of another room or other lessons, of the code ${shownCode(code)}`,
});

type Counted = { readonly counted: Candidate[]; readonly doubles: LeftOut[] };

/** The same person counts once: what is whole before what is not, and of those the later. */
function eachOnce(candidates: readonly Candidate[]): Counted {
  const ranked = [...candidates].sort(
    (a, b) => Number(b.isWhole) - Number(a.isWhole) || b.saved - a.saved,
  );
  const byKey = new Map<string, Candidate[]>();
  const kept = new Set<Candidate>();
  const doubles: LeftOut[] = [];
  for (const one of ranked) {
    const met = keysOf(one).flatMap((key) => byKey.get(key) ?? []);
    const same = met.find((other) => isSame(one, other));
    if (same) doubles.push({ where: one.where, why: SAME_PERSON, twin: same.where });
    else {
      kept.add(one);
      for (const key of keysOf(one)) byKey.set(key, [...(byKey.get(key) ?? []), one]);
    }
  }
  return { counted: candidates.filter((one) => kept.has(one)), doubles };
}

const SAME_PERSON = 'is of the same person as';

const shortIdOf = ({ id }: Candidate): string => id.slice(0, SHORT_ID_SIGNS);

const keysOf = (one: Candidate): string[] => [
  `id ${shortIdOf(one)}`,
  ...(one.named ? [`name ${nameKey(one.name)}`] : []),
];

const isSame = (one: Candidate, other: Candidate): boolean =>
  isSameAttempt(one, other) || wentOnElsewhere(one, other);

/** By the whole id; where there is only a part of it, the answers of the one must be in the other. */
function isSameAttempt(one: Candidate, other: Candidate): boolean {
  if (one.id.length === other.id.length && one.id.length > SHORT_ID_SIGNS)
    return one.id === other.id;
  return shortIdOf(one) === shortIdOf(other) && agree(one, other);
}

/** First answers stay as they are: two states of one attempt never differ in a check that both have. */
const agree = (one: Candidate, other: Candidate): boolean =>
  [...one.sheet].every(([check, choice]) => (other.sheet.get(check) ?? choice) === choice);

/** Under the same name given, what was broken off on one machine and done again on another. Who shares a name
 * with somebody has a whole one, or chose otherwise. */
const wentOnElsewhere = (one: Candidate, other: Candidate): boolean =>
  one.named &&
  other.named &&
  nameKey(one.name) === nameKey(other.name) &&
  !(one.isWhole && other.isWhole) &&
  agree(one, other);

function sharedNames(people: readonly Candidate[]): string[] {
  const met = new Map<string, Candidate[]>();
  for (const one of people.filter(({ named }) => named))
    met.set(nameKey(one.name), [...(met.get(nameKey(one.name)) ?? []), one]);
  return [...met.values()].flatMap(([first, ...more]) =>
    first && more.length > 0 ? [first.name] : [],
  );
}
