import type { CourseIndex } from '../course/course.js';
import { memoryCounts } from '../learner-report/report.js';
import type { Progress } from '../progress/progress.js';
import { reviewCount } from '../review/queue.js';
import { countDue, nextDueDay, scheduleOf } from '../review/schedule.js';
import type { State } from '../state/state.js';
import { ALL_ANSWERED, leftOf, leftText } from './lesson.js';
import {
  calibrationNote,
  learnedText,
  nextReviewText,
  nothingDueText,
  reviewNote,
  reviewText,
} from './review.js';

export const PROGRAM_NAME = 'On the record';

type Learner = Pick<State, 'course' | 'progress' | 'today'>;

/** Home's review entry: "Review · 6 due", or "Review" with the day of the next one. */
export function reviewEntry({ course, progress, today }: Learner): { name: string; note: string } {
  const count = reviewCount(course, progress, today);
  if (count.due > 0) return { name: reviewText(count), note: reviewNote(count) };
  const next = nextDueDay(scheduleOf(course, progress), today);
  return { name: 'Review', note: nextReviewText(next, today) };
}

/** Lines after a review: the next day with something due if nothing is due now, how much is learned, calibration. */
export function afterReview({ course, progress, today }: Learner): string[] {
  const schedule = scheduleOf(course, progress);
  const counts = memoryCounts(course, progress);
  const isMoreDue = countDue(schedule, today) > 0;
  const calibration = calibrationNote(course, progress);
  return [
    ...(isMoreDue ? [] : [nothingDueText(nextDueDay(schedule, today), today, counts.new > 0)]),
    `${learnedText(counts)}.`,
    ...(calibration === undefined ? [] : [calibration]),
  ];
}

/** "13 checks left, about 10 minutes · 12 of 60 learned". */
export function homeText(course: CourseIndex, progress: Progress, isPreview: boolean): string {
  const left = leftText(course, progress);
  const counts = memoryCounts(course, progress);
  const hasBegun = counts.learned + counts.learning > 0;
  return hasBegun && !isPreview ? `${left} · ${learnedText(counts)}` : left;
}

/** The longest possible `homeText`: with checks left, and with none left. */
export function longestHomeTexts({ lessons }: CourseIndex): string[] {
  const checks = lessons.reduce((sum, lesson) => sum + lesson.checks.length, 0);
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const some = learnedText({ new: checks, learning: 0, learned: checks });
  const all = learnedText({ new: 0, learning: 0, learned: checks });
  return [`${leftOf(checks, minutes)} · ${some}`, `${ALL_ANSWERED} · ${all}`];
}
