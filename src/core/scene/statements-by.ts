import type { Lesson } from '../course/course.js';
import type { Claim, CourseMaterial } from '../course/ledger.js';
import { checksOf } from '../course/lesson.js';
import { isAnswered } from '../progress/attempt.js';
import type { LessonAttempt } from '../progress/progress.js';
import { looksAgain } from './looks-again.js';

/**
 * Claims that a source makes or that describe its acts, in the article's order. Leaves out claims that a check of this
 * attempt asks about and that still waits for its first or second answer, and claims with the same content elsewhere:
 * they would give the answer away.
 */
export function statementsBy(
  source: string,
  material: CourseMaterial,
  lesson: Lesson,
  attempt: LessonAttempt | undefined,
): Claim[] {
  const open = checksOf(lesson).filter(
    (check) => !attempt || !isAnswered(attempt, check.id) || looksAgain(attempt, check),
  );
  const tested = new Set(open.flatMap((check) => check.claims));
  const groups = new Set(
    material.claims.flatMap((claim) => (tested.has(claim.id) && claim.alike ? [claim.alike] : [])),
  );
  return material.claims.filter(
    (claim) =>
      (claim.source === source || claim.actor === source) &&
      !claim.presupposed &&
      !tested.has(claim.id) &&
      !(claim.alike && groups.has(claim.alike)),
  );
}
