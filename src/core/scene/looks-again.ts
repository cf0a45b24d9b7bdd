import type { Check, Choice } from '../course/course.js';
import { isAskedAgain, latestAnswer } from '../progress/attempt.js';
import type { LessonAttempt } from '../progress/progress.js';

/**
 * Whether the learner chooses once more before the verdict on a check, or on a row of a board. Not if its author has
 * taken their first choice out of the course or made it the key since: then there is no trap to name.
 */
export function looksAgain(attempt: LessonAttempt, check: Check): boolean {
  if (!isAskedAgain(attempt, check.id, check.row?.board)) return false;
  const missed = attempt.answers[check.id]?.choice;
  return missed !== check.key && check.choices.some(({ id }) => id === missed);
}

/** The wrong first choice of a check with another second answer. Empty if the course no longer has it. */
export function triedChoice(attempt: LessonAttempt, check: Check): { readonly tried?: Choice } {
  const first = attempt.answers[check.id];
  const isOther =
    first?.right === false && latestAnswer(attempt, check.id)?.choice !== first.choice;
  const tried = isOther && check.choices.find(({ id }) => id === first.choice);
  return tried ? { tried } : {};
}
