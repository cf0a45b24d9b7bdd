import type { Rejection } from '../../core/room/room.js';
import { type Feedback, LONGEST_MINUTES, type Room } from '../../core/room/room.js';
import { readRoomCode, roomOfWord } from '../../core/room/room-code.js';
import { plainText } from '../../core/text/sanitize.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { findLesson } from '../course/find-lesson.js';
import { UsageError } from '../errors.js';

/** What of a room can be said with options. */
export type RoomOptions = {
  readonly lesson?: readonly string[];
  readonly minutes?: string;
  readonly feedback?: Feedback;
};

/**
 * The room of a code that was made here, or of a word with its lessons. Minutes that are said go before those of the
 * code. Throws a usage error.
 */
export function roomOf(course: OpenCourse, typed: string, options: RoomOptions): Room {
  const made = readRoomCode(course, typed);
  if (options.lesson !== undefined && 'rejected' in made)
    return accepted(typed, roomOfWord(typed, saidRoom(course, options)));
  if ('rejected' in made)
    throw new UsageError(
      `'${shown(typed)}' ${made.rejected}. A word of your own needs --lesson beside it`,
    );
  if (options.lesson !== undefined)
    throw new UsageError(
      `the code '${shown(typed)}' itself says which lessons: leave --lesson out`,
    );
  // One person may have more time than the room.
  return options.minutes === undefined ? made : { ...made, minutes: minutesIn(options.minutes) };
}

const shown = (typed: string): string => plainText(typed).slice(0, 60);

function accepted(typed: string, room: Room | Rejection): Room {
  if ('rejected' in room) throw new UsageError(`'${shown(typed)}' ${room.rejected}`);
  return room;
}

/** What the options say; without a lesson all of them. */
export function saidRoom(
  { index }: OpenCourse,
  { lesson, minutes, feedback = 'now' }: RoomOptions,
): Omit<Room, 'code'> {
  const named = lesson?.flatMap((one) => one.split(',')).filter((one) => one !== '');
  const asked = named?.map((one) => findLesson(index, one).id);
  const ids = index.lessons.map(({ id }) => id);
  return {
    lessons: ids.filter((id) => asked === undefined || asked.includes(id)),
    minutes: minutesIn(minutes),
    feedback,
  };
}

/** No limit where none is said. */
function minutesIn(said: string | undefined): number {
  if (said === undefined) return 0;
  const minutes = /^[1-9]\d{0,2}$/.test(said) ? Number(said) : 0;
  if (minutes < 1 || minutes > LONGEST_MINUTES)
    throw new UsageError(
      `--minutes takes a whole number from 1 to ${LONGEST_MINUTES}, and not '${shown(said)}'`,
    );
  return minutes;
}
