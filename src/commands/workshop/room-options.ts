import { type Clock, momentText } from '../../core/messages/exercise.js';
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
  /** Never together with `minutes`. */
  readonly until?: string;
  readonly feedback?: Feedback;
  readonly certainty?: boolean;
};

/**
 * The room of a room code, or of the user's own word together with --lesson. --minutes overrides the time in the code.
 * Throws a UsageError.
 */
export function roomOf(course: OpenCourse, typed: string, options: RoomOptions): Room {
  const room = readRoomCode(course, typed, CLOCK.now());
  if ('code' in room) return withOwnTime(room, typed, options);
  // A code of another version is no word: its room would answer other questions.
  if (room.madeWith) throw new UsageError(`'${excerpt(typed)}' ${room.rejected}`);
  if (options.lesson === undefined)
    throw new UsageError(
      `'${excerpt(typed)}' ${room.rejected}. To use an ordinary word as the code, add --lesson`,
    );
  const ofWord = roomOfWord(typed, roomFromOptions(course, options));
  if ('rejected' in ofWord) throw new UsageError(`'${excerpt(typed)}' ${ofWord.rejected}`);
  return ofWord;
}

/** One person may get other time than the room. All else is in the code. */
function withOwnTime({ until, ...room }: Room, typed: string, options: RoomOptions): Room {
  for (const name of ['lesson', 'until', 'feedback', 'certainty'] as const)
    if (options[name] !== undefined)
      throw new UsageError(
        `the code '${excerpt(typed)}' already contains the exercise and its rules: leave --${name} out`,
      );
  if (options.minutes !== undefined) return { ...room, minutes: minutesIn(options.minutes) };
  return until === undefined ? room : { ...room, until };
}

const excerpt = (typed: string): string => plainText(typed).slice(0, 60);

/** The room that the options define. Without --lesson, it has all lessons. Throws a UsageError. */
export function roomFromOptions(
  { index }: OpenCourse,
  { lesson, minutes, until, feedback = 'now', certainty = false }: RoomOptions,
): Rules {
  const names = lesson?.flatMap((value) => value.split(',')).filter((name) => name !== '');
  const chosen = names?.map((name) => findLesson(index, name).id);
  const ids = index.lessons.map(({ id }) => id);
  return {
    lessons: ids.filter((id) => chosen === undefined || chosen.includes(id)),
    minutes: minutesIn(minutes),
    ...(until !== undefined && { until: untilIn(until) }),
    feedback,
    certainty,
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

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

const MOST_HOURS = 12;

/** The next time with these hours and minutes on this computer's clock, in milliseconds since 1970. */
function untilIn(value: string): number {
  const [, hours, minutes] = TIME.exec(value) ?? [];
  if (hours === undefined)
    throw new UsageError(`--until must be a time such as 10:28, not '${excerpt(value)}'`);
  const now = CLOCK.now();
  const end = new Date(now);
  end.setHours(Number(hours), Number(minutes), 0, 0);
  const isOver = end.getTime() <= now;
  if (isOver) end.setDate(end.getDate() + 1);
  if (end.getTime() - now > MOST_HOURS * 3_600_000)
    throw new UsageError(
      `--until ${value} ${isOver ? 'has passed' : 'is too far ahead'}: it is ${momentText(now, clockNow())} on this computer. Give a time within the next ${MOST_HOURS} hours`,
    );
  return end.getTime();
}

export const clockNow = (): Clock => ({ now: CLOCK.now(), offset: CLOCK.offset() });

/** The common end of a room on this computer's clock, such as "10:28". */
export const endsAtOf = ({ until }: Pick<Room, 'until'>): string | undefined =>
  until === undefined ? undefined : momentText(until, clockNow());
