import type { CourseLessons } from '../../src/core/course/course.js';
import type { LogEntry } from '../../src/core/log/entry.js';
import { exerciseHash } from '../../src/core/room/exercise.js';
import type { Room } from '../../src/core/room/room.js';
import type { Result } from '../../src/core/room-report/result.js';
import { resultText } from '../../src/core/room-report/write-result.js';

/** The text of a result file as the program writes it. */
export function resultFileText(course: CourseLessons, room: Room, result: Result): string {
  const { person, answers, saved } = result;
  const entries = answers.map(
    ({ check, choice, certainty, lookUps = [] }, i): LogEntry => ({
      k: 'answer',
      id: `e${i}`,
      t: i,
      lesson: room.lessons[0] ?? '',
      check,
      choice,
      right: false,
      try: 1,
      lookUps,
      ...(certainty && { certainty }),
      course: course.index.hash,
      offset: 0,
    }),
  );
  const exercise = {
    room,
    person,
    exercise: exerciseHash(room.lessons.map(course.lesson)),
    began: 0,
    handedIn: saved,
    because: 'chosen',
  } as const;
  return resultText({ course, exercise, entries, now: saved });
}
