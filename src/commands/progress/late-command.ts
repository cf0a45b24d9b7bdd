import type { CourseLessons } from '../../core/course/course.js';
import type { Room } from '../../core/room/room.js';
import { readRoomCode, shownCode } from '../../core/room/room-code.js';
import { CLOCK } from '../clock.js';
import type { Environment, Options } from '../environment.js';
import { commandToType } from '../hint/command-to-type.js';

const MINUTES = '10';

/**
 * The command that joins a room after its common end, with minutes of one's own.
 * @param name undefined if nobody has typed one
 */
export function lateCommand(
  course: CourseLessons,
  room: Room,
  name: string | undefined,
  options: Options,
  environment: Pick<Environment, 'env' | 'platform' | 'courses'>,
): string {
  const isMade = 'code' in readRoomCode(course, room.code, CLOCK.now());
  const named = name === undefined ? [] : ['--name', name];
  const rules = isMade ? [] : [...rulesOfWord(room), '--lesson', ...room.lessons];
  const words = ['workshop', 'join', shownCode(room.code), ...named, '--minutes', MINUTES];
  return commandToType([...words, ...rules], options, environment);
}

/** The rules of a room whose code is a word, except its time and its lessons. */
export const rulesOfWord = ({ feedback, certainty }: Room): string[] => [
  ...(feedback === 'now' ? [] : ['--feedback', feedback]),
  ...(certainty ? ['--certainty'] : []),
];
