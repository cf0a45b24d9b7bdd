import { readRoomCode, shownCode } from '../../core/room/room-code.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { commandToType } from '../hint/command-to-type.js';
import type { ExerciseAttempt } from './exercise-attempt.js';

/** What someone types to go on with an exercise, as their shell takes it. */
export function joinCommand(
  course: OpenCourse,
  attempt: ExerciseAttempt,
  options: Options,
  environment: Pick<Environment, 'env' | 'platform' | 'courses'>,
): string {
  const { room, person } = attempt.exercise();
  const made = readRoomCode(course, room.code);
  const says = 'code' in made;
  const minutes = says ? made.minutes : 0;
  const words = [
    ...['workshop', 'join', shownCode(room.code)],
    ...(person.named ? ['--name', person.name] : []),
    ...(says ? [] : ['--lesson', ...room.lessons]),
    ...(room.minutes === minutes ? [] : ['--minutes', String(room.minutes)]),
  ];
  return commandToType(words, options, environment);
}
