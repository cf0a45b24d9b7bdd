import type { Lesson } from '../course/course.js';
import type { Claim, CourseMaterial } from '../course/ledger.js';
import { checksOf } from '../course/lesson.js';
import { isAnswered } from '../progress/attempt.js';
import type { LessonAttempt } from '../progress/progress.js';

/**
 * What the article has of a source: claims it tells or that are about its acts, in the article's order, without those that a check still open in this attempt
 * asks about, and without their likes (the same content in another place).
 */
export function statementsBy(
  source: string,
  material: CourseMaterial,
  lesson: Lesson,
  place: LessonAttempt | undefined,
): Claim[] {
  const open = checksOf(lesson).filter((check) => !place || !isAnswered(place, check.id));
  const asked = new Set(open.flatMap((check) => check.claims));
  const groups = new Set(
    material.claims.flatMap((claim) => (asked.has(claim.id) && claim.alike ? [claim.alike] : [])),
  );
  return material.claims.filter(
    (claim) =>
      (claim.source === source || claim.actor === source) &&
      !claim.presupposed &&
      !asked.has(claim.id) &&
      !(claim.alike && groups.has(claim.alike)),
  );
}
