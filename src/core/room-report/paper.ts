import { orderedChoices } from '../choice-order.js';
import type { CourseLessons } from '../course/course.js';
import { hash32 } from '../hash.js';
import { charactersOf, characterValues } from '../room/codes/base32.js';
import { exerciseChecks } from '../room/exercise.js';
import { roomTag } from '../room/hand-in-code.js';
import { ID_LENGTH, nameKey } from '../room/person.js';
import { shownCode } from '../room/room-code.js';
import { counted } from '../text/english.js';
import { NO_ANSWER, ONE_VOTE } from './candidates.js';
import { NO_ROOM } from './paper-room.js';
import type { Candidate, Digital, FromRoom, NotCounted, OnPaper, PaperRoom } from './submission.js';
import { isOf, type KnownRoom, otherRoom } from './which-room.js';

/** What was counted on paper. */
export type PaperCount = {
  readonly people: readonly Candidate[];
  /** How many hands were raised for each choice, in the order in which the room saw them, by the check's id. */
  readonly hands: ReadonlyMap<string, readonly number[]>;
  readonly leftOut: readonly NotCounted[];
};

export const isOnPaper = (one: Digital | OnPaper): one is OnPaper => 'paper' in one;

/** The rooms that text files name completely. */
export const roomsOnPaper = (lines: readonly OnPaper[]): FromRoom[] =>
  lines.flatMap(({ room }) => originOf(room) ?? []);

const originOf = ({ lessons, code = NO_ROOM }: PaperRoom): FromKnownRoom | undefined =>
  lessons && { code, tag: roomTag(code), lessons };

type FromKnownRoom = FromRoom & { readonly code: string };

/** Counts lines from paper. Lines whose file names no room belong to `room`, if the order of its choices is known. */
export function countPaper(
  course: CourseLessons,
  lines: readonly OnPaper[],
  room: KnownRoom | undefined,
): PaperCount {
  const people: Candidate[] = [];
  const leftOut = new Map<string, NotCounted>();
  const tallies = new Map<string, Tally>();
  const questionsOf = questionsIn(course);
  const copies = new Map<string, number>();
  for (const line of lines) {
    const origin = originOf(line.room) ?? sharedRoom(line.room, room);
    const read = origin
      ? readLine(line, origin, { questions: questionsOf(origin), copies, tallies, room })
      : needsRoom(line);
    if ('why' in read) leftOut.set(read.where, read);
    else if ('hands' in read) tallies.set(read.check, read);
    else people.push(read);
  }
  const hands = new Map([...tallies.values()].map((one) => [one.check, one.hands]));
  return { people, hands, leftOut: [...leftOut.values()] };
}

/** The room of the other submissions, if a line that names no lessons can belong to it. */
function sharedRoom({ code }: PaperRoom, room: KnownRoom | undefined): FromKnownRoom | undefined {
  if (room?.code === undefined || room.lessons.length === 0) return undefined;
  return code === undefined || code === room.code ? { ...room, code: room.code } : undefined;
}

/** Says it once for all lines of a file. */
const needsRoom = ({ file, room: { code } }: OnPaper): NotCounted => ({
  where: file,
  why:
    code === undefined
      ? 'has lines from paper, which need the code of the room: add --code CODE, or the line "code: CODE" to the file'
      : `has lines from paper and the code ${shownCode(code)}, which names no lessons: look at the code again, or add a line such as "lesson: 2"`,
});

/** A check with the ids of its choices as the room saw them. */
type SeenQuestion = { readonly check: string; readonly choices: readonly string[] };

/** Orders the choices of each room once, since most lines belong to one room. */
function questionsIn(course: CourseLessons): (origin: FromKnownRoom) => readonly SeenQuestion[] {
  const known = new Map<string, readonly SeenQuestion[]>();
  return ({ code, lessons }) => {
    const key = [code, ...lessons].join('\n');
    const questions =
      known.get(key) ??
      exerciseChecks(lessons.map(course.lesson)).map(({ check }) => ({
        check: check.id,
        choices: orderedChoices(check, code).map(({ id }) => id),
      }));
    known.set(key, questions);
    return questions;
  };
}

type Tally = {
  readonly where: string;
  readonly check: string;
  readonly hands: readonly number[];
};

type Found = {
  readonly questions: readonly SeenQuestion[];
  /** How often a file has had a line, so that two people with one name and the same answers count as two. */
  readonly copies: Map<string, number>;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly room: KnownRoom | undefined;
};

function readLine(
  { where, file, paper }: OnPaper,
  origin: FromKnownRoom,
  { questions, copies, tallies, room }: Found,
): Candidate | Tally | NotCounted {
  if ('hands' in paper) {
    if (!isOf(room, origin)) return otherRoom({ where, code: origin.code });
    return tallyOf(where, paper, questions, tallies);
  }
  const why = faultIn(paper.numbers, questions);
  if (why !== undefined) return { where, why, name: paper.name };
  const line = JSON.stringify([nameKey(paper.name), paper.numbers]);
  const copy = (copies.get(`${file}\n${line}`) ?? 0) + 1;
  copies.set(`${file}\n${line}`, copy);
  return {
    ...origin,
    where,
    id: paperId(`${line}${copy}`),
    name: paper.name,
    named: true,
    answers: answersOf(paper.numbers, questions),
    ...ONE_VOTE,
    certainties: new Map(),
    began: undefined,
    saved: 0,
    showsVerdicts: false,
    isFinished: paper.numbers.every((number) => number > 0),
    isWhole: true,
    status: 'handed-in',
    isLengthened: false,
  };
}

/** The same line has the same id in every report, in whatever file it is. */
function paperId(line: string): string {
  const number = BigInt(hash32(line)) * 2n ** 28n + BigInt(hash32(`${line} `) % 2 ** 28);
  return charactersOf(characterValues(number, ID_LENGTH));
}

function faultIn(
  numbers: readonly number[],
  questions: readonly SeenQuestion[],
): string | undefined {
  if (numbers.length !== questions.length)
    return `has ${counted(numbers.length, 'answer')}, but the exercise has ${counted(questions.length, 'question')}`;
  const beyond = questions.findIndex(({ choices }, i) => (numbers[i] ?? 0) > choices.length);
  if (beyond >= 0)
    return `has the answer ${numbers[beyond]} to question ${beyond + 1}, which has ${counted(questions[beyond]?.choices.length ?? 0, 'choice')}`;
  return numbers.some((number) => number > 0) ? undefined : NO_ANSWER;
}

function answersOf(numbers: readonly number[], questions: readonly SeenQuestion[]) {
  const pairs = questions.flatMap(({ check, choices }, i): [string, string][] => {
    const choice = choices[(numbers[i] ?? 0) - 1];
    return choice === undefined ? [] : [[check, choice]];
  });
  return new Map(pairs);
}

function tallyOf(
  where: string,
  { question, hands }: { readonly question: number; readonly hands: readonly number[] },
  questions: readonly SeenQuestion[],
  tallies: ReadonlyMap<string, Tally>,
): Tally | NotCounted {
  const asked = questions[question - 1];
  if (!asked)
    return {
      where,
      why: `counts hands for question ${question}, but the exercise has ${counted(questions.length, 'question')}`,
    };
  const { check, choices } = asked;
  if (hands.length !== choices.length)
    return {
      where,
      why: `has ${counted(hands.length, 'count')} of hands, but question ${question} has ${counted(choices.length, 'choice')}`,
    };
  const earlier = tallies.get(check);
  return earlier
    ? { where, why: `counts hands for question ${question} again, as`, countedAt: earlier.where }
    : { where, check, hands };
}
