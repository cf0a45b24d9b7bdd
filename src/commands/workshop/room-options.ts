import type { Rejection } from '../../core/room/room.js';
import { type Feedback, LONGEST_MINUTES, type Room } from '../../core/room/room.js';
import { type Rules, readRoomCode, roomOfWord } from '../../core/room/room-code.js';
import { plainText } from '../../core/text/sanitize.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { CLOCK } from '../clock.js';
import { findLesson } from '../course/find-lesson.js';
import { UsageError } from '../errors.js';

export type RoomOptions = {
  readonly lesson?: readonly string[];
  readonly minutes?: string;
  readonly feedback?: Feedback;
};

/**
 * The room of a room code, or of the user's own word together with --lesson. --minutes overrides the minutes in the code.
 * Throws a UsageError.
 */
export function roomOf(course: OpenCourse, typed: string, options: RoomOptions): Room {
  const room = readRoomCode(course, typed, CLOCK.now());
  if (options.lesson !== undefined && 'rejected' in room)
    return accepted(typed, roomOfWord(typed, roomFromOptions(course, options)));
  if ('rejected' in room)
    throw new UsageError(
      `'${excerpt(typed)}' ${room.rejected}. To use a word of your own, add --lesson`,
    );
  if (options.lesson !== undefined)
    throw new UsageError(
      `the code '${excerpt(typed)}' already contains the lessons: leave --lesson out`,
    );
  // One person may get more time than the room.
  return options.minutes === undefined ? room : { ...room, minutes: minutesIn(options.minutes) };
}

const excerpt = (typed: string): string => plainText(typed).slice(0, 60);

function accepted(typed: string, room: Room | Rejection): Room {
  if ('rejected' in room) throw new UsageError(`'${excerpt(typed)}' ${room.rejected}`);
  return room;
}

/** The room that the options define. Without --lesson, it has all lessons. Throws a UsageError. */
export function roomFromOptions(
  { index }: OpenCourse,
  { lesson, minutes, feedback = 'now' }: RoomOptions,
): Rules {
  const names = lesson?.flatMap((value) => value.split(',')).filter((name) => name !== '');
  const chosen = names?.map((name) => findLesson(index, name).id);
  const ids = index.lessons.map(({ id }) => id);
  return {
    lessons: ids.filter((id) => chosen === undefined || chosen.includes(id)),
    minutes: minutesIn(minutes),
    feedback,
  };
}

/** Returns 0, which means no limit, without --minutes. */
function minutesIn(value: string | undefined): number {
  if (value === undefined) return 0;
  const minutes = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : 0;
  if (minutes < 1 || minutes > LONGEST_MINUTES)
    throw new UsageError(
      `--minutes must be a whole number from 1 to ${LONGEST_MINUTES}, not '${excerpt(value)}'`,
    );
  return minutes;
}
