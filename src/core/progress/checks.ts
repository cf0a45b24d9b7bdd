import type { Check, Lesson } from '../course/course.js';
import { checksOf } from '../course/lesson.js';
import type { CheckProgress, Progress } from './progress.js';

export const checkProgress = (progress: Progress, check: string): CheckProgress | undefined =>
  progress.checks.get(check);

/** Whether the latest answer to a check was wrong although the learner was certain. */
export const isSurelyMissed = (progress: Progress, check: string): boolean =>
  checkProgress(progress, check)?.recall.surelyMissed === true;

/** Checks whose graded answer was wrong. Checks that the learner was certain about come first. */
export function missedChecks(lesson: Lesson, progress: Progress): readonly Check[] {
  const missed = checksOf(lesson).filter(
    (check) => checkProgress(progress, check.id)?.first.right === false,
  );
  const rank = ({ id }: Check): number => (isSurelyMissed(progress, id) ? 0 : 1);
  return missed.sort((a, b) => rank(a) - rank(b));
}

/** How many of these checks were wrong at first, and right later. It counts in an outline, without the lesson's steps. */
export const countMended = (checks: readonly string[], progress: Progress): number =>
  checks.filter((id) => {
    const answers = checkProgress(progress, id);
    return answers?.first.right === false && answers.last.right;
  }).length;

/** Checks whose latest answer was wrong. */
export const openMisses = (lesson: Lesson, progress: Progress): readonly Check[] =>
  checksOf(lesson).filter((check) => checkProgress(progress, check.id)?.last.right === false);

/** Checks without an answer. A finished lesson has some if its author added checks later. */
export const unanswered = (lesson: Lesson, progress: Progress): readonly Check[] =>
  checksOf(lesson).filter((check) => !checkProgress(progress, check.id));
