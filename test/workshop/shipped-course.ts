import { fileURLToPath } from 'node:url';
import type { Room } from '../../src/core/workshop/exercise.js';
import { makeRoomCode, readRoomCode } from '../../src/core/workshop/room-code.js';
import { type OpenCourse, openCourse } from '../../src/io/open-course.js';
import { readCourseFolder } from '../../src/io/read-course-folder.js';

/** The course that comes with the program, from its files. */
export function shippedCourse(): OpenCourse {
  const folder = fileURLToPath(new URL('../../lessons/claude-contract', import.meta.url));
  const parsed = readCourseFolder(folder);
  if ('problems' in parsed) throw new Error('the shipped course has problems');
  return openCourse(parsed.course);
}

/** A room of these lessons, with a code that was made for it. */
export function roomFor(course: OpenCourse, ...lessons: string[]): Room {
  const said = { lessons, minutes: 20, feedback: 'now' } as const;
  const made = readRoomCode(course, makeRoomCode(course, said, 7));
  if ('refused' in made) throw new Error(made.refused);
  return made;
}
