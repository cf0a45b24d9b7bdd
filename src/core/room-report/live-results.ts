import type { CourseLessons } from '../course/course.js';
import { isTimeOver } from '../live-room/clock.js';
import { type Choices, type LiveRoom, type Member, present } from '../live-room/live-room.js';
import { checksAt, type Stop, stopsOf, unseenBy } from '../live-room/stop.js';
import type { AttemptStatus } from '../room/attempt-status.js';
import type { Person } from '../room/person.js';
import type { Result } from './result.js';
import { writtenResult } from './write-result.js';

/** A person of a live room, and the text of this person's result file. */
export type LiveResult = { readonly person: Person; readonly text: string };

/**
 * The results of everybody in a live room, in the order in which they joined. Empty before the exercise begins. People who
 * were removed have none.
 * @param course has the lessons of the room
 * @param now milliseconds since 1970
 */
export function roomResults(course: CourseLessons, room: LiveRoom, now: number): LiveResult[] {
  if (room.began === undefined) return [];
  const stops = stopsOf(room.rules.room.lessons.map(course.lesson));
  return present(room).map((member) => resultOf(course, room, stops, member, now));
}

/**
 * The result of one person in a live room that has begun.
 * @param room with everybody: a question that nobody answered counts for nobody
 * @param stops of the room
 */
export function resultOf(
  course: CourseLessons,
  room: LiveRoom,
  stops: readonly Stop[],
  member: Member,
  now: number,
): LiveResult {
  const { id, name, named, handedIn = room.ended, because, extra, joined } = member;
  const person: Person = { id, name, named };
  const text = writtenResult(course, {
    room: room.rules.room,
    person,
    began: Math.max(room.began ?? 0, joined),
    saved: now,
    handedIn,
    because,
    status: statusOf(room, member, now),
    isLengthened: extra > 0,
    answers: answersIn(stops, member.first),
    second: answersIn(stops, member.second),
    unseen: unseenBy(member, room, stops),
    hasScore: handedIn !== undefined,
  });
  return { person, text };
}

/** The end of the room hands in for everybody. */
function statusOf(room: LiveRoom, member: Member, now: number): AttemptStatus {
  const { handedIn, because } = member;
  if (handedIn !== undefined) return because === 'time' ? 'time-over' : 'handed-in';
  if (room.ended !== undefined) return 'handed-in';
  return isTimeOver(room, member, now) ? 'time-over' : 'open';
}

const answersIn = (stops: readonly Stop[], choices: Choices): Result['second'] =>
  stops.flatMap(checksAt).flatMap(({ id }) => {
    const choice = choices.get(id);
    return choice === undefined ? [] : [{ check: id, choice }];
  });
