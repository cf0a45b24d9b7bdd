import type { CourseLessons } from '../course/course.js';
import { isRight } from '../grade.js';
import { exerciseChecks } from '../room/exercise.js';
import { readRoomCode } from '../room/room-code.js';
import type { Candidate } from './submission.js';
import type { KnownRoom } from './which-room.js';

/** Whether a choice, by its id, is right in a check, by its id. */
export type Verdicts = (check: string, choice: string) => boolean;

/** What people learned after each answer. Undefined if verdicts waited for the hand-in, or if nobody knows. */
export function verdictsIn(
  course: CourseLessons,
  room: KnownRoom | undefined,
  submissions: readonly Candidate[],
): Verdicts | undefined {
  if (!room) return undefined;
  const made = readRoomCode(course, room.code ?? '', 0); // its end does not matter here
  const areShown =
    'code' in made
      ? made.feedback === 'now'
      : submissions.some(({ showsVerdicts }) => showsVerdicts);
  if (!areShown) return undefined;
  const checks = exerciseChecks(room.lessons.map(course.lesson));
  const byId = new Map(checks.map(({ check }) => [check.id, check]));
  return (id, choice) => {
    const check = byId.get(id);
    return check !== undefined && isRight(check, choice);
  };
}
