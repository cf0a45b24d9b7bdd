import type { Check, Lesson, LessonOutline, Step } from './course.js';

/** The position after a lesson's last step; no step may have this id. */
export const END = 'end';

/** The id of a lesson's example. */
export const EXAMPLE = 'example';

/** The step with this id. It can also be a row of a board: practice asks a row alone. */
export const stepAt = (lesson: Lesson, id: string): Step | undefined =>
  lesson.body.find((step) => step.id === id) ?? checksOf(lesson).find((check) => check.id === id);

/** The checks at a step: one, the rows of a board, or none. */
export function checksIn(step: Step): readonly Check[] {
  if (step.kind === 'board') return step.rows;
  return step.kind === 'check' ? [step] : [];
}

/** The passages of each reading, for the outline of a lesson with these steps. */
export const readingsIn = (body: readonly Step[]): NonNullable<LessonOutline['readings']> =>
  Object.fromEntries(
    body.flatMap((step) => (step.kind === 'reading' ? [[step.id, step.passages]] : [])),
  );

export const checksOf = (lesson: Lesson): readonly Check[] => lesson.body.flatMap(checksIn);

/** The ids of the checks at a step. */
export function checkIdsAt(
  { boards = {}, checks }: LessonOutline,
  step: string,
): readonly string[] {
  if (Object.hasOwn(boards, step)) return boards[step] ?? [];
  return checks.includes(step) ? [step] : [];
}

/** The id of the step at which a check is asked: its own, or the one of its board. */
export const stepOfCheck = ({ boards = {} }: LessonOutline, check: string): string =>
  Object.keys(boards).find((board) => boards[board]?.includes(check)) ?? check;
