import type { CourseLessons } from '../course/course.js';
import { candidateOf, exercisesOf } from './candidates.js';
import { eachOnce, sharedNames } from './same-person.js';
import type { Candidate, NotCounted, Participant, Submission } from './submission.js';
import { isOf, otherRoom, roomOf } from './which-room.js';

export type Collected = {
  readonly room: { readonly code: string | undefined; readonly lessons: readonly string[] };
  readonly participants: readonly Participant[];
  readonly leftOut: readonly NotCounted[];
  /** Names that several people have who are all counted. */
  readonly sharedNames: readonly string[];
};

/**
 * One room of all that was found: that of the code asked for, else the one of which most was found. Choices alone
 * count, and are judged anew. What cannot be counted is left out, each with why.
 */
export function countedSubmissions(
  course: CourseLessons,
  found: readonly Submission[],
  asked: string | undefined,
): Collected {
  const leftOut: NotCounted[] = [];
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
