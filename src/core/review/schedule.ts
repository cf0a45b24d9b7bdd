import type { CourseIndex } from '../course/course.js';
import { memoize2 } from '../memoize.js';
import { dueDay, dueDays, isLearned } from '../memory/fsrs.js';
import { type CertaintyCounts, type Recall, sumOf } from '../memory/recall.js';
import { checkProgress } from '../progress/checks.js';
import type { Progress } from '../progress/progress.js';
import { type Settings, settingsOf } from '../settings.js';

/** A check that was answered, and when it comes back. */
export type ScheduledCheck = {
  readonly check: string;
  readonly lesson: string;
  readonly recall: Recall;
  /** The learner's day on which it is due. */
  readonly due: number;
  /** Remembered so well that it does not come back. */
  readonly learned: boolean;
};

/** The checks of the course that have been answered, in the course's order. */
export const scheduledChecks: (
  course: CourseIndex,
  progress: Progress,
) => readonly ScheduledCheck[] = memoize2(rememberedIn);

function rememberedIn(course: CourseIndex, progress: Progress): readonly ScheduledCheck[] {
  const settings = settingsOf(progress.settings);
  const all: ScheduledCheck[] = [];
  for (const { id: lesson, checks } of course.lessons)
    for (const check of checks) {
      const kept = checkProgress(progress, check);
      if (kept) all.push(rememberedCheck(check, lesson, kept.recall, settings));
    }
  return all;
}

/** How often answers were right by how sure they were, over the whole course. */
export const certaintyCountsOf = (course: CourseIndex, progress: Progress): CertaintyCounts =>
  sumOf(scheduledChecks(course, progress).map(({ recall }) => recall.certaintyCounts));

const rememberedCheck = (
  check: string,
  lesson: string,
  recall: Recall,
  { retention, parameters }: Settings,
): ScheduledCheck => ({
  check,
  lesson,
  recall,
  due: dueDay(recall.memory, retention, parameters),
  learned: isLearned(recall.memory),
});

/** Those that come back on the given day, or should have before. */
export const checksDue = (all: readonly ScheduledCheck[], day: number): ScheduledCheck[] =>
  all.filter(({ learned, due }) => !learned && due <= day);

/** When the checks of a course that were answered come back. */
export type Schedule = {
  /** The learner's days on which those are due that are not learned, in the course's order. */
  readonly days: readonly number[];
  /** How many are remembered so well that they do not come back. */
  readonly learned: number;
};

export const scheduleOf: (course: CourseIndex, progress: Progress) => Schedule =
  memoize2(scheduleIn);

/** Of each check as little as that takes: home waits for it, and a course may have thousands. */
function scheduleIn({ lessons }: CourseIndex, { checks: answered, settings }: Progress): Schedule {
  const { retention, parameters } = settingsOf(settings);
  const dueOf = dueDays(retention, parameters);
  const days: number[] = [];
  let learned = 0;
  for (const { checks } of lessons)
    for (const check of checks) {
      const memory = answered.memoryOf(check);
      if (!memory) continue;
      if (isLearned(memory)) learned += 1;
      else days.push(dueOf(memory));
    }
  return { days, learned };
}

/** How many come back on the given day, or should have before. */
export const countDue = ({ days }: Schedule, day: number): number =>
  days.reduce((count, due) => (due <= day ? count + 1 : count), 0);

/** The first day after the given one on which one comes back; nothing where all are learned or none was answered. */
export function nextDueDay({ days }: Schedule, day: number): number | undefined {
  const next = days.reduce((least, due) => (due > day ? Math.min(least, due) : least), Infinity);
  return next === Infinity ? undefined : next;
}
