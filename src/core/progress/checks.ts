import type { Check, Lesson } from '../course/course.js';
import { checksOf } from '../course/lesson.js';
import type { CheckProgress, Progress } from './progress.js';

export const checkProgress = (progress: Progress, check: string): CheckProgress | undefined =>
  progress.checks.get(check);

/** Whether the latest answer to a check was wrong, and the learner had been certain. */
export const isSurelyMissed = (progress: Progress, check: string): boolean =>
  checkProgress(progress, check)?.recall.surelyMissed === true;

/** Checks whose graded answer was wrong: first those of which the learner had been certain. */
export function missedChecks(lesson: Lesson, progress: Progress): readonly Check[] {
  const missed = checksOf(lesson).filter(
    (check) => checkProgress(progress, check.id)?.first.right === false,
  );
  const rank = ({ id }: Check): number => (isSurelyMissed(progress, id) ? 0 : 1);
  return missed.sort((a, b) => rank(a) - rank(b));
}

/** Checks whose latest answer was wrong: those worth another try. */
export const openMisses = (lesson: Lesson, progress: Progress): readonly Check[] =>
  checksOf(lesson).filter((check) => checkProgress(progress, check.id)?.last.right === false);

/** Checks never answered: in a lesson that was gone through, those added since. */
export const unanswered = (lesson: Lesson, progress: Progress): readonly Check[] =>
  checksOf(lesson).filter((check) => !checkProgress(progress, check.id));
