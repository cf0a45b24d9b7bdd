import type { CourseIndex, LessonOutline } from '../course/course.js';
import { memoize2 } from '../memoize.js';
import { dueDays, isLearned } from '../memory/fsrs.js';
import { type CertaintyCounts, type Recall, sumOf } from '../memory/recall.js';
import { askedAgain, attemptAt } from '../progress/attempt.js';
import { checkProgress } from '../progress/checks.js';
import type { Progress } from '../progress/progress.js';
import { settingsOf } from '../settings.js';

/**
 * When the answered checks of a course come back for review. Questions in the text never do: they train a skill. Nor do
 * those about a paragraph that the learner does not see.
 */
export type Schedule = {
  /** For each check that is not learned, the learner's day on which it is due. In the course's order. */
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

/** How many checks of a course come back for review once they are answered. */
export const countScheduled = ({ lessons }: CourseIndex): number =>
  lessons.reduce((sum, lesson) => sum + lesson.checks.length - neverBack(lesson).length, 0);

/** The checks of a lesson that a review never asks. */
const neverBack = ({ inText = [], byParagraph = [] }: LessonOutline): readonly string[] =>
  byParagraph.length === 0 ? inText : [...inText, ...byParagraph];

/**
 * Visits each answered check of the course that comes back for review, in the course's order. Makes no objects for a
 * check: the first screen waits for this, and a course may have thousands of checks.
 * @param visit `due` is the learner's day on which the check is due; undefined if it is learned and does not come back
 */
function forEachAnswered(
  { lessons }: CourseIndex,
  progress: Progress,
  visit: (due: number | undefined, check: string, lesson: string) => void,
): void {
  const { retention, parameters } = settingsOf(progress.settings);
  const dueOf = dueDays(retention, parameters);
  for (const lesson of lessons) {
    const left = leftOut(lesson, progress);
    for (const check of lesson.checks) {
      const memory = left?.has(check) ? undefined : progress.checks.memoryOf(check);
      if (memory) visit(isLearned(memory) ? undefined : dueOf(memory), check, lesson.id);
    }
  }
}

/** Checks that never come back. Those of an open second look do not yet: review would show the answer. */
function leftOut(lesson: LessonOutline, progress: Progress): ReadonlySet<string> | undefined {
  const never = neverBack(lesson);
  const place = attemptAt(progress, lesson.id);
  const again = place ? askedAgain(lesson, place) : [];
  return never.length + again.length === 0 ? undefined : new Set([...never, ...again]);
}

/** The number of checks that are due on the day or overdue. */
export const countDue = ({ days }: Schedule, day: number): number =>
  days.reduce((count, due) => (due <= day ? count + 1 : count), 0);

/** The first day after `day` on which a check is due; undefined if there is no such day. */
export function nextDueDay({ days }: Schedule, day: number): number | undefined {
  const next = days.reduce((least, due) => (due > day ? Math.min(least, due) : least), Infinity);
  return next === Infinity ? undefined : next;
}

/** A check that is due for review. */
export type DueCheck = {
  readonly check: string;
  readonly lesson: string;
  /** The learner's day on which it is due. */
  readonly due: number;
  readonly recall: Recall;
};

/** The checks that are due on the day or overdue, in the course's order. */
export function checksDue(course: CourseIndex, progress: Progress, day: number): DueCheck[] {
  const all: DueCheck[] = [];
  forEachAnswered(course, progress, (due, check, lesson) => {
    if (due === undefined || due > day) return;
    const recall = checkProgress(progress, check)?.recall;
    if (recall) all.push({ check, lesson, due, recall });
  });
  return all;
}

/** For each level of certainty, how many answers there were in these lessons, and how many of them were right. */
export const certaintyCountsOf: (of: Lessons, progress: Progress) => CertaintyCounts =
  memoize2(certaintyCountsIn);

type Lessons = Pick<CourseIndex, 'lessons'>;

function certaintyCountsIn({ lessons }: Lessons, progress: Progress): CertaintyCounts {
  const checks = lessons.flatMap((lesson) => lesson.checks);
  return sumOf(
    checks.flatMap((check) => checkProgress(progress, check)?.recall.certaintyCounts ?? []),
  );
}
