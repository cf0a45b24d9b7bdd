import type { Check, CourseIndex, Lesson } from '../course/course.js';
import type { Claim, CourseMaterial } from '../course/ledger.js';
import { checksOf } from '../course/lesson.js';
import { MISREADINGS, type Misreading } from '../course/vocabulary.js';
import type { PastAnswer } from '../log/past-answers.js';
import { attemptAt, isAskedAgain } from '../progress/attempt.js';
import type { Progress } from '../progress/progress.js';

/** A question answered wrong: a check, or the claim of a drill question. */
export type Missed = { readonly check: Check } | { readonly claim: Claim };

/** A misreading, how often the learner made it, and the latest question where it happened. */
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

/** The most frequent misreading first. */
export function misreadingCounts({
  lessons,
  material,
  past,
  progress,
}: LearnerReportInput): MisreadingCount[] {
  const checks = new Map(lessons.flatMap(checksOf).map((check) => [check.id, check]));
  const claims = new Map(material.claims.map((claim) => [claim.id, claim]));
  const counts = new Map<Misreading, MisreadingCount>();
  for (const answer of withoutSecondLooks(past).filter(({ right }) => !right)) {
    const check = answer.k === 'drill' ? undefined : checks.get(answer.check);
    const misreading = misreadingOf(answer, check);
    const missed = missedOf(check, answer.k === 'drill' ? claims.get(answer.claim) : undefined);
    if (misreading === undefined || missed === undefined) continue;
    if (check && isOpen(answer, check, progress)) continue;
    const count = (counts.get(misreading)?.count ?? 0) + 1;
    counts.set(misreading, { misreading, count, missed });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || byOrder(a, b));
}

/**
 * A second look repeats a question right after its miss: the same error would count twice. The second answer to a check is
 * the next one after a miss that could be put right, unless it can be put right itself: then it begins another attempt.
 */
function withoutSecondLooks(past: readonly PastAnswer[]): PastAnswer[] {
  const missed = new Set<string>();
  return past.filter((answer) => {
    if (answer.k !== 'answer') return true;
    if (missed.delete(answer.check) && !answer.again) return false;
    if (answer.again) missed.add(answer.check);
    return true;
  });
}

/** Whether the learner may still choose again. Their report would show the answer. */
function isOpen(answer: PastAnswer, check: Check, progress: Progress): boolean {
  const attempt = answer.k === 'answer' ? attemptAt(progress, answer.lesson) : undefined;
  return attempt !== undefined && isAskedAgain(attempt, check.id, check.row?.board);
}

const byOrder = (a: MisreadingCount, b: MisreadingCount): number =>
  MISREADINGS.indexOf(a.misreading) - MISREADINGS.indexOf(b.misreading);

/** The misreading in the log entry, or else that of the chosen choice in the current course. */
function misreadingOf(answer: PastAnswer, check: Check | undefined): Misreading | undefined {
  const logged = 'misreading' in answer ? answer.misreading : undefined;
  const known = MISREADINGS.find((misreading) => misreading === logged);
  return known ?? check?.choices.find(({ id }) => id === answer.choice)?.misreading;
}

function missedOf(check: Check | undefined, claim: Claim | undefined): Missed | undefined {
  if (check) return { check };
  return claim && { claim };
}
