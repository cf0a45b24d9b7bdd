import { memoryCounts } from '../learner-report/report.js';
import { dueBy, nextDue, scheduleOf, talliesOf } from '../review/schedule.js';
import type { State } from '../state/state.js';
import {
  calibrationText,
  learnedText,
  nextReviewText,
  nothingDueText,
  REVIEW_NOTE,
  reviewText,
} from './review.js';

type Learner = Pick<State, 'course' | 'progress' | 'today'>;

/** The entry on home: "Review · 6 due", or when the next comes back. */
export function reviewEntry({ course, progress, today }: Learner): { name: string; note: string } {
  const schedule = scheduleOf(course, progress);
  const due = dueBy(schedule, today);
  return due > 0
    ? { name: reviewText(due), note: REVIEW_NOTE }
    : { name: 'Review', note: nextReviewText(nextDue(schedule, today), today) };
}

/** After a review: when the next is, if this was all, how much is learned, and what came of being sure. */
export function afterReview({ course, progress, today }: Learner): string[] {
  const schedule = scheduleOf(course, progress);
  const counts = memoryCounts(course, progress);
  const isMoreDue = dueBy(schedule, today) > 0;
  const calibration = calibrationText(talliesOf(course, progress));
  return [
    ...(isMoreDue ? [] : [nothingDueText(nextDue(schedule, today), today, counts.new > 0)]),
    `${learnedText(counts)}.`,
    ...(calibration === undefined ? [] : [calibration]),
  ];
}
