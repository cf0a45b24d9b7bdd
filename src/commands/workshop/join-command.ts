import type { Exercise } from '../../core/progress/progress.js';
import type { Room } from '../../core/room/room.js';
import { readRoomCode, shownCode } from '../../core/room/room-code.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { CLOCK } from '../clock.js';
import type { Environment, Options } from '../environment.js';
import { commandToType } from '../hint/command-to-type.js';
import { rulesOfWord } from '../progress/late-command.js';
import { endsAtOf } from './room-options.js';

/** The options of a command that joined an exercise. */
export type JoinedWith = Options & {
  /** The address of a live room. */
  readonly room?: string | undefined;
};

/**
 * The commands that join an exercise again, or for somebody else, quoted for the user's shell. After the beginning, the
 * first has no --minutes, because --minutes would start the limit again, and the log has the limit. It names everybody:
 * without a name, it could open the exercise of somebody else at this computer. Before the beginning, nothing is kept.
 */
export function joinCommands(
  course: OpenCourse,
  { room, person, began }: Exercise,
  options: JoinedWith,
  environment: Pick<Environment, 'env' | 'platform' | 'courses'>,
): { readonly again: string; readonly bySomebodyElse: string } {
  const decoded = readRoomCode(course, room.code, CLOCK.now());
  const hasLessons = 'code' in decoded;
  const lessons = hasLessons ? [] : ['--lesson', ...room.lessons];
  const minutes = hasLessons ? decoded.minutes : 0;
  const time = room.minutes === minutes ? [] : ['--minutes', String(room.minutes)];
  const rules = hasLessons ? [] : rulesOptions(room);
  const liveRoom = options.room === undefined ? [] : ['--room', options.room];
  const commandWith = (further: readonly string[]): string => {
    const words = ['workshop', 'join', shownCode(room.code), ...liveRoom, ...further, ...lessons];
    return commandToType(words, options, environment);
  };
  const hasBegun = began !== undefined;
  const name = person.named || hasBegun ? ['--name', person.name] : [];
  return {
    again: commandWith([...name, ...(hasBegun ? [] : [...time, ...rules])]),
    bySomebodyElse: commandWith(['--name', 'NAME', ...time, ...rules]),
  };
}

/** The rules of a room whose code is a word, except its minutes. */
function rulesOptions(room: Room): string[] {
  const endsAt = endsAtOf(room);
  return [...(endsAt === undefined ? [] : ['--until', endsAt]), ...rulesOfWord(room)];
}
