import type { Certainty } from '../certainty.js';
import type { Lesson } from '../course.js';
import { exerciseChecks, exerciseHash } from './exercise.js';
import { type HandIn, tagOf } from './hand-in-code.js';
import type { Sheet } from './item-analysis.js';
import { madeUpName, nameKey, SHORT_ID_SIGNS } from './person.js';
import type { Result, ResultAnswer } from './result.js';
import { type CourseLessons, readRoomCode, shownCode } from './room-code.js';

/** One thing that was handed in, and where it was found. */
export type Found =
  | { readonly where: string; readonly result: Result }
  | { readonly where: string; readonly handIn: HandIn; readonly name: string | undefined }
  | { readonly where: string; readonly refused: string };

/** One person, counted once. */
export type Participant = {
  readonly name: string;
  /** Whether the name was given, and not made up. */
  readonly named: boolean;
  readonly where: string;
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
};

/** A person as found, before it is known whether it is the only time. */
type Candidate = Participant & {
  readonly shortId: string;
  /** Where in the room's order of time; a code has no time, and comes before any file. */
  readonly saved: number;
  readonly isWhole: boolean;
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
  const room = asked === undefined ? mostCommonRoom(candidates) : askedRoom(course, asked);
  const inRoom = candidates.filter((one) => isOf(room, one));
  leftOut.push(...candidates.filter((one) => !isOf(room, one)).map(otherRoom));
  const { counted, doubles } = eachOnce(inRoom);
  const lessons = room.lessons ?? inRoom[0]?.lessons ?? [];
  return {
    room: { code: room.code, lessons },
    participants: counted,
    leftOut: [...leftOut, ...doubles],
  };
}

/** A room as far as it is known: by its code, or by what of it stands in a hand-in code. */
type KnownRoom = {
  readonly code: string | undefined;
  readonly tag: number | undefined;
  readonly lessons: readonly string[] | undefined;
};

function askedRoom(course: CourseLessons, code: string): KnownRoom {
  const made = readRoomCode(course, code);
  return { code, tag: tagOf(code), lessons: 'lessons' in made ? made.lessons : undefined };
}

function mostCommonRoom(candidates: readonly Candidate[]): KnownRoom {
  const counts = new Map<number, number>();
  for (const { tag } of candidates) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const tag = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const those = candidates.filter((one) => one.tag === tag);
  const first = those.find(({ code }) => code !== undefined) ?? those[0];
  return { code: first?.code, tag, lessons: first?.lessons };
}

const isOf = (room: KnownRoom, one: Candidate): boolean =>
  one.tag === room.tag &&
  (one.code === undefined || room.code === undefined || one.code === room.code) &&
  (room.lessons === undefined || one.lessons.join() === room.lessons.join());

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
  const certainties = answers.flatMap(({ check, certainty }): [string, Certainty][] =>
    certainty ? [[check, certainty]] : [],
  );
  return {
    ...person,
    where,
    sheet: new Map(answers.map(({ check, choice }) => [check, choice])),
    certainties: new Map(certainties),
    shortId: person.id.slice(0, SHORT_ID_SIGNS),
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
): Candidate {
  const { tag, lessons, shortId, named, chosen } = handIn;
  const unknown = named ? `Somebody (${shortId})` : madeUpName(shortId);
  return {
    name: name ?? unknown,
    named: name !== undefined,
    where,
    sheet: chosen,
    certainties: new Map(),
    shortId,
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
      ? 'is of another room'
      : `is of another room, of the code ${shownCode(code)}`,
});

type Counted = { readonly counted: Participant[]; readonly doubles: LeftOut[] };

/** The same person counts once: what is whole before what is not, and of those the later. */
function eachOnce(candidates: readonly Candidate[]): Counted {
  const ranked = [...candidates].sort(
    (a, b) => Number(b.isWhole) - Number(a.isWhole) || b.saved - a.saved,
  );
  const byKey = new Map<string, Candidate>();
  const kept = new Set<Candidate>();
  const doubles: LeftOut[] = [];
  for (const one of ranked) {
    const same = keysOf(one)
      .map((key) => byKey.get(key))
      .find((other) => isSame(one, other));
    for (const key of keysOf(one)) if (!byKey.has(key)) byKey.set(key, same ?? one);
    if (same) doubles.push({ where: one.where, why: 'is of the same person as', twin: same.where });
    else kept.add(one);
  }
  return { counted: candidates.filter((one) => kept.has(one)), doubles };
}

/** By the id, and by a name that was given: on another machine it is another id. */
const keysOf = ({ shortId, name, named }: Candidate): string[] => [
  `id ${shortId}`,
  ...(named ? [`name ${nameKey(name)}`] : []),
];

/** Short ids can meet by chance: where both gave a name, the names decide. */
const isSame = (one: Candidate, other: Candidate | undefined): boolean =>
  other !== undefined && (!one.named || !other.named || nameKey(one.name) === nameKey(other.name));
