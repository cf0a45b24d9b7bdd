import type { Lesson } from '../course/course.js';
import { attemptAt } from '../progress/attempt.js';
import { lessonStatus } from '../progress/lesson-status.js';
import type { State } from '../state/state.js';

/**
 * What the lessons before have told, on the first page of a lesson, for those who begin here: always in an exercise that
 * begins with this lesson, else if an earlier lesson is not done.
 */
export function soFarAt(state: State, lesson: Lesson, step: string): string | undefined {
  const { course, progress } = state;
  if (lesson.body[0]?.id !== step || attemptAt(progress, lesson.id)?.only) return undefined;
  return beginsHere(
    state,
    lesson,
    course.lessons.findIndex(({ id }) => id === lesson.id),
  )
    ? lesson.soFar
    : undefined;
}

function beginsHere({ course, progress }: State, { id }: Lesson, at: number): boolean {
  const { exercise } = progress;
  if (exercise)
    return course.lessons.find((one) => exercise.room.lessons.includes(one.id))?.id === id;
  return course.lessons.slice(0, at).some((one) => lessonStatus(one, progress).state !== 'done');
}
