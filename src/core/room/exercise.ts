import type { Check, Lesson } from '../course/course.js';
import { hashHex } from '../hash.js';
import { checksOf } from '../progress/attempt.js';

/** Whether verdicts are shown after each answer, or only when all is handed in. */
export const FEEDBACKS = ['now', 'later'] as const;
export type Feedback = (typeof FEEDBACKS)[number];

/** What everyone in a room does. */
export type Room = {
  /** As signs alone, without dashes; decides the order of the choices. */
  readonly code: string;
  /** Ids, in the course's order. */
  readonly lessons: readonly string[];
  /** How long it takes at most; 0: as long as it takes. */
  readonly minutes: number;
  readonly feedback: Feedback;
};

export const LONGEST_MINUTES = 255;

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
