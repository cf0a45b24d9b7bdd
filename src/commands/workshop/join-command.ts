import { readRoomCode, shownCode } from '../../core/room/room-code.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { commandToType } from '../hint/command-to-type.js';
import type { ExerciseAttempt } from './exercise-attempt.js';

/**
 * The command that continues an exercise, quoted for the user's shell. It has no --minutes, which would start the limit
 * again: the log has the limit.
 */
export function joinCommand(
  course: OpenCourse,
  attempt: ExerciseAttempt,
  options: Options,
  environment: Pick<Environment, 'env' | 'platform' | 'courses'>,
): string {
  const { room, person } = attempt.exercise();
  const hasLessons = 'code' in readRoomCode(course, room.code);
  const words = [
    ...['workshop', 'join', shownCode(room.code)],
    ...(person.named ? ['--name', person.name] : []),
    ...(hasLessons ? [] : ['--lesson', ...room.lessons]),
  ];
  return commandToType(words, options, environment);
}
