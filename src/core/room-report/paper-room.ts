import type { CourseIndex, CourseLessons } from '../course/course.js';
import { readHandIn } from '../room/hand-in-code.js';
import type { Rejection } from '../room/room.js';
import { readRoomCode, roomOfWord } from '../room/room-code.js';
import { plainText } from '../text/sanitize.js';
import type { PaperRoom } from './submission.js';

/** The code of a handout that was printed without one: the seed for the order of its choices. */
export const NO_ROOM = 'handout';

const HEAD = /^(code|lessons?)\s*:\s*(\S.*)$/iu;

/**
 * Reads a line that says which room the lines of its file belong to: "code: 43N-C6R-517-6MR-JMA-1C", "lesson: 1 2".
 * @returns what is wrong with it, as the end of a sentence; undefined if the line is another one
 */
export function readPaperRoom(
  course: CourseLessons,
  line: string,
): PaperRoom | Rejection | undefined {
  const [, kind = '', said = ''] = HEAD.exec(line) ?? [];
  if (said === '') return undefined;
  if (kind.toLowerCase() !== 'code') return lessonsIn(course.index, said);
  const isHandIn = !('rejected' in readHandIn(course, said));
  return isHandIn ? undefined : codeIn(course, said);
}

function codeIn(course: CourseLessons, said: string): PaperRoom | Rejection {
  const made = readRoomCode(course, said, 0); // its end does not matter here
  if ('code' in made) return { code: made.code, lessons: made.lessons };
  // Of another version, and no word: its numbers would be other choices.
  if (made.madeWith) return { rejected: `has a code that ${made.rejected}` };
  const own = roomOfWord(said, { lessons: [], minutes: 0, feedback: 'now' });
  return 'rejected' in own ? own : { code: own.code };
}

/** Lessons by id or number, in the order of the course. */
function lessonsIn({ lessons }: CourseIndex, said: string): PaperRoom | Rejection {
  const names = said
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((name) => name !== '');
  const isNamed = (id: string, i: number): boolean =>
    names.includes(id) || names.includes(`${i + 1}`);
  const unknown = names.find(
    (name) => !lessons.some(({ id }, i) => name === id || name === `${i + 1}`),
  );
  return unknown === undefined
    ? { lessons: lessons.map(({ id }) => id).filter(isNamed) }
    : {
        rejected: `names the lesson '${plainText(unknown).slice(0, 60)}', which the course does not have`,
      };
}
