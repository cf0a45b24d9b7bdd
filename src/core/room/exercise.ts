import type { Check, Lesson } from '../course/course.js';
import { checksOf } from '../course/lesson.js';
import { hashHex } from '../hash.js';

/** A check with the id of its lesson. */
export type ExerciseCheck = { readonly lesson: string; readonly check: Check };

export const exerciseChecks = (lessons: readonly Lesson[]): ExerciseCheck[] =>
  lessons.flatMap((lesson) => checksOf(lesson).map((check) => ({ lesson: lesson.id, check })));

/**
 * Hashes ids, order and keys, not texts: fixing a typo keeps the hash.
 * @returns 8 hexadecimal digits
 */
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
