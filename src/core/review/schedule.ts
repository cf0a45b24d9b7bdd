import type { CourseIndex } from '../course/course.js';
import { memoize2 } from '../memoize.js';
import { dueDays, isLearned } from '../memory/fsrs.js';
import { type CertaintyCounts, type Recall, sumOf } from '../memory/recall.js';
import { checkProgress } from '../progress/checks.js';
import type { Progress } from '../progress/progress.js';
import { settingsOf } from '../settings.js';

/** When the answered checks of a course come back. */
export type Schedule = {
  /** The learner's days on which the checks that are not learned are due, in the course's order. */
  readonly days: readonly number[];
  /** How many checks are remembered so well that they do not come back. */
  readonly learned: number;
};

export const scheduleOf: (course: CourseIndex, progress: Progress) => Schedule =
  memoize2(scheduleIn);

function scheduleIn(course: CourseIndex, progress: Progress): Schedule {
  const days: number[] = [];
  let learned = 0;
  forEachAnswered(course, progress, (due) => {
    if (due === undefined) learned += 1;
    else days.push(due);
  });
  return { days, learned };
}

/**
 * Visits each answered check of the course, in the course's order. It makes no objects: home waits for it, and a course
 * may have thousands of checks.
 * @param visit `due` is the learner's day on which the check is due; undefined if it is learned and does not come back
 */
function forEachAnswered(
  { lessons }: CourseIndex,
  { checks: answered, settings }: Progress,
  visit: (due: number | undefined, check: string, lesson: string) => void,
): void {
  const { retention, parameters } = settingsOf(settings);
  const dueOf = dueDays(retention, parameters);
  for (const { id: lesson, checks } of lessons)
    for (const check of checks) {
      const memory = answered.memoryOf(check);
      if (memory) visit(isLearned(memory) ? undefined : dueOf(memory), check, lesson);
    }
}

/** How many checks come back on the day, or should have before. */
export const countDue = ({ days }: Schedule, day: number): number =>
  days.reduce((count, due) => (due <= day ? count + 1 : count), 0);

/** The first day after the given one on which a check comes back; undefined if none does. */
export function nextDueDay({ days }: Schedule, day: number): number | undefined {
  const next = days.reduce((least, due) => (due > day ? Math.min(least, due) : least), Infinity);
  return next === Infinity ? undefined : next;
}

/** A check that comes back. */
export type DueCheck = {
  readonly check: string;
  readonly lesson: string;
  /** The learner's day on which it is due. */
  readonly due: number;
  readonly recall: Recall;
};

/** The checks that come back on the day, or should have before, in the course's order. */
export function checksDue(course: CourseIndex, progress: Progress, day: number): DueCheck[] {
  const all: DueCheck[] = [];
  forEachAnswered(course, progress, (due, check, lesson) => {
    if (due === undefined || due > day) return;
    const recall = checkProgress(progress, check)?.recall;
    if (recall) all.push({ check, lesson, due, recall });
  });
  return all;
}

/** How often answers were right by how sure the learner was, over the complete course. */
export const certaintyCountsOf: (course: CourseIndex, progress: Progress) => CertaintyCounts =
  memoize2(certaintyCountsIn);

function certaintyCountsIn({ lessons }: CourseIndex, progress: Progress): CertaintyCounts {
  const checks = lessons.flatMap((lesson) => lesson.checks);
  return sumOf(
    checks.flatMap((check) => checkProgress(progress, check)?.recall.certaintyCounts ?? []),
  );
}
