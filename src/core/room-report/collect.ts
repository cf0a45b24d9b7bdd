import type { CourseLessons } from '../course/course.js';
import { candidateOf, exercisesOf } from './candidates.js';
import { oneForEach } from './one-folder.js';
import { countPaper, isOnPaper, roomsOnPaper } from './paper.js';
import { withUnseen } from './paper-unseen.js';
import { eachOnce, maybeSame, merged, sharedNames } from './same-person.js';
import type { Candidate, NotCounted, Participant, Submission } from './submission.js';
import { verdictsIn } from './verdicts.js';
import { isOf, otherRoom, roomOf } from './which-room.js';

export type Collected = {
  readonly room: { readonly code: string | undefined; readonly lessons: readonly string[] };
  readonly participants: readonly Participant[];
  /** How many hands were raised for each choice, in the order in which the room saw them, by the check's id. */
  readonly hands: ReadonlyMap<string, readonly number[]>;
  readonly leftOut: readonly NotCounted[];
  /** Names that more than one counted person has. */
  readonly sharedNames: readonly string[];
  /** The ids of people who are counted, but may be one person. */
  readonly maybeSame: readonly (readonly string[])[];
};

/**
 * Selects the submissions of one room, one for each person. Takes only choices from them: the report grades them again.
 * @param asked the code of the room; if undefined, the room with the most submissions
 * @param isMerging whether people who may be one person count once
 * @returns the counted people, and the other submissions with a reason for each
 */
export function countedSubmissions(
  course: CourseLessons,
  submissions: readonly Submission[],
  asked: string | undefined,
  isMerging = false,
): Collected {
  const found = oneForEach(submissions);
  const leftOut: NotCounted[] = [];
  const candidates: Candidate[] = [];
  const exerciseOf = exercisesOf(course);
  const onPaper = found.filter(isOnPaper);
  for (const one of found) {
    if (isOnPaper(one)) continue;
    const candidate = candidateOf(exerciseOf, one);
    if ('why' in candidate) leftOut.push(candidate);
    else candidates.push(candidate);
  }
  const room = roomOf(course, [...candidates, ...roomsOnPaper(onPaper)], asked);
  const paper = countPaper(course, onPaper, room);
  const notAsked = submissions.filter((one) => 'unopened' in one);
  const ofRoom = candidates.filter((one) => isOf(room, one));
  candidates.push(...withUnseen(paper.people, notAsked, ofRoom));
  const inRoom = candidates.filter((one) => isOf(room, one));
  const elsewhere = candidates.filter((one) => !isOf(room, one)).map(otherRoom);
  const each = eachOnce(inRoom);
  const same = maybeSame(each.counted, verdictsIn(course, room, inRoom));
  const { counted, doubles } = merged(each.counted, isMerging ? same : []);
  return {
    room: { code: room?.code, lessons: room?.lessons ?? [] },
    participants: counted,
    hands: paper.hands,
    leftOut: [...leftOut, ...paper.leftOut, ...elsewhere, ...each.doubles, ...doubles],
    sharedNames: sharedNames(counted),
    maybeSame: isMerging ? [] : same.map((group) => group.map(({ id }) => id)),
  };
}
