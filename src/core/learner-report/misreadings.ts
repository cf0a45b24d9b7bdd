import type { Check, CourseIndex, Lesson } from '../course/course.js';
import type { Claim, CourseMaterial } from '../course/ledger.js';
import { checksOf } from '../course/lesson.js';
import { MISREADINGS, type Misreading } from '../course/vocabulary.js';
import type { PastAnswer } from '../log/past-answers.js';
import type { Progress } from '../progress/progress.js';

/** What a learner missed: a check, or in a drill a claim. */
export type Missed = { readonly check: Check } | { readonly claim: Claim };

/** An error that was made, how often, and what was missed last. */
export type MisreadingCount = {
  readonly misreading: Misreading;
  readonly count: number;
  readonly missed: Missed;
};

export type LearnerReportInput = {
  readonly course: CourseIndex;
  readonly lessons: readonly Lesson[];
  readonly material: CourseMaterial;
  readonly progress: Progress;
  readonly past: readonly PastAnswer[];
  /** The learner's day. */
  readonly today: number;
};

export function misreadingCounts({
  lessons,
  material,
  past,
}: LearnerReportInput): MisreadingCount[] {
  const checks = new Map(lessons.flatMap(checksOf).map((check) => [check.id, check]));
  const claims = new Map(material.claims.map((claim) => [claim.id, claim]));
  const counts = new Map<Misreading, MisreadingCount>();
  for (const one of past.filter(({ right }) => !right)) {
    const check = one.k === 'drill' ? undefined : checks.get(one.check);
    const misreading = misreadingOf(one, check);
    const missed = missedOf(check, one.k === 'drill' ? claims.get(one.claim) : undefined);
    if (misreading === undefined || missed === undefined) continue;
    const count = (counts.get(misreading)?.count ?? 0) + 1;
    counts.set(misreading, { misreading, count, missed });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || byOrder(a, b));
}

const byOrder = (a: MisreadingCount, b: MisreadingCount): number =>
  MISREADINGS.indexOf(a.misreading) - MISREADINGS.indexOf(b.misreading);

/** The entry's own, or what the chosen choice stands for in the course as it is now. */
function misreadingOf(one: PastAnswer, check: Check | undefined): Misreading | undefined {
  const own = 'misreading' in one ? one.misreading : undefined;
  const known = MISREADINGS.find((misreading) => misreading === own);
  return known ?? check?.choices.find(({ id }) => id === one.choice)?.misreading;
}

function missedOf(check: Check | undefined, claim: Claim | undefined): Missed | undefined {
  if (check) return { check };
  return claim && { claim };
}
