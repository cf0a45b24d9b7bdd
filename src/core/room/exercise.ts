import type { Check, Lesson } from '../course/course.js';
import { checksOf } from '../course/lesson.js';
import { hashHex } from '../hash.js';

/** A check with the lesson it stands in. */
export type ExerciseCheck = { readonly lesson: string; readonly check: Check };

/** All checks of an exercise, in their order. */
export const exerciseChecks = (lessons: readonly Lesson[]): ExerciseCheck[] =>
  lessons.flatMap((lesson) => checksOf(lesson).map((check) => ({ lesson: lesson.id, check })));

/** Of the ids, the order and the keys, not of the texts: a mended typo leaves it as it is. 8 hexadecimal digits. */
export const exerciseHash = (lessons: readonly Lesson[]): string =>
  hashHex(
    JSON.stringify(
      exerciseChecks(lessons).map(({ lesson, check }) => [
        lesson,
        check.id,
        check.key,
        check.choices.map(({ id }) => id),
      ]),
    ),
  );
