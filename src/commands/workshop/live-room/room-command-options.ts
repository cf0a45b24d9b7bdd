import type { LiveRules, Pace } from '../../../core/live-room/live-room.js';
import type { Feedback, Room } from '../../../core/room/room.js';
import { plainText } from '../../../core/text/sanitize.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import { UsageError } from '../../errors.js';
import { roomFromOptions } from '../room-options.js';

/** The options of `workshop room`, as typed. */
export type RoomCommandOptions = {
  readonly lesson?: readonly string[];
  readonly minutes?: string;
  /** Never together with `minutes`. */
  readonly until?: string;
  readonly feedback?: Feedback;
  readonly pace?: Pace;
  readonly dir?: string;
  readonly port?: string;
  readonly address?: string;
  readonly demo?: string;
  readonly forget?: string;
};

export const USUAL_PORT = 4321;

/** The most people that `--demo` simulates. */
const MOST_SIMULATED = 300;

const wholeNumber = (value: string, least: number, most: number): number | undefined => {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
};

/** Throws a UsageError. */
export function portIn(port: string): number {
  const number = wholeNumber(port, 1, 65_535);
  if (number === undefined)
    throw new UsageError(`--port must be a whole number from 1 to 65535, not '${excerpt(port)}'`);
  return number;
}

/** How many people to simulate; 0 without --demo. Throws a UsageError. */
export function simulatedIn({ demo }: RoomCommandOptions): number {
  const number = demo === undefined ? 0 : wholeNumber(demo, 1, MOST_SIMULATED);
  if (number === undefined)
    throw new UsageError(
      `--demo must be a whole number from 1 to ${MOST_SIMULATED}, not '${excerpt(demo)}'`,
    );
  return number;
}

const excerpt = (typed = ''): string => plainText(typed).slice(0, 60);

/** The rules of a new room, without what is random. Throws a UsageError. */
export function newRules(
  course: OpenCourse,
  { lesson, minutes, until, feedback = 'now', pace = 'together' }: RoomCommandOptions,
): { readonly pace: Pace; readonly room: Omit<Room, 'code'> } {
  const { certainty: _, ...room } = roomFromOptions(course, {
    ...(lesson !== undefined && { lesson }),
    ...(minutes !== undefined && { minutes }),
    ...(until !== undefined && { until }),
    feedback,
  });
  return { pace, room };
}

/**
 * The first option that asks for something else than a room that has begun; undefined if it can go on. Options that
 * were not given ask for nothing. Throws a UsageError.
 */
export function otherThan(
  { pace, room }: LiveRules,
  course: OpenCourse,
  options: RoomCommandOptions,
): string | undefined {
  const { until, minutes, lesson, feedback } = options;
  if (until !== undefined && until.replace('.', ':').padStart(5, '0') !== timeOfDay(room.until))
    return 'until';
  const asked = roomFromOptions(course, {
    ...(lesson !== undefined && { lesson }),
    ...(minutes !== undefined && { minutes }),
  });
  if (lesson !== undefined && asked.lessons.join() !== room.lessons.join()) return 'lesson';
  if (minutes !== undefined && asked.minutes !== room.minutes) return 'minutes';
  if (feedback !== undefined && feedback !== room.feedback) return 'feedback';
  return options.pace !== undefined && options.pace !== pace ? 'pace' : undefined;
}

/** "10:28" on this computer's clock. */
function timeOfDay(moment: number | undefined): string | undefined {
  if (moment === undefined) return undefined;
  const at = new Date(moment);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
