import { fileURLToPath } from 'node:url';
import type { Room } from '../../src/core/room/room.js';
import { makeRoomCode, readRoomCode } from '../../src/core/room/room-code.js';
import type { OpenCourse } from '../../src/io/course/open-course.js';
import { courseAt } from './course-at.js';

/** The shipped course, read from its source files. */
export const shippedCourse = (): OpenCourse =>
  courseAt(fileURLToPath(new URL('../../lessons/claude-contract', import.meta.url)));

/** A room with these lessons and its code, which stays the same when the version or a word of the course changes. */
export function roomFor({ index, lesson }: OpenCourse, ...lessons: string[]): Room {
  const course = { index: { ...index, words: 'a1b2c3' }, lesson };
  const exercise = { lessons, minutes: 20, feedback: 'now' } as const;
  const made = readRoomCode(course, makeRoomCode(course, exercise, 7, '0.3.0'), 0);
  if ('rejected' in made) throw new Error(made.rejected);
  return made;
}
