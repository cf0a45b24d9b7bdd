import type { CourseIndex } from './course/course.js';
import { memoryCounts } from './learner-report/report.js';
import { ALL_ANSWERED, leftOf, leftText } from './messages/lesson.js';
import { learnedText } from './messages/review.js';
import type { Progress } from './progress/progress.js';

/** How much is left to do, and how much of what was done is learned. */
export function homeText(course: CourseIndex, progress: Progress, isPreview: boolean): string {
  const left = leftText(course, progress);
  const counts = memoryCounts(course, progress);
  const hasBegun = counts.learned + counts.learning > 0;
  return hasBegun && !isPreview ? `${left} · ${learnedText(counts)}` : left;
}

/** The longest that it can be, whatever was answered: of some that are left, and of none. */
export function longestHomeTexts({ lessons }: CourseIndex): string[] {
  const checks = lessons.reduce((sum, lesson) => sum + lesson.checks.length, 0);
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const some = learnedText({ new: checks, learning: 0, learned: checks });
  const all = learnedText({ new: 0, learning: 0, learned: checks });
  return [`${leftOf(checks, minutes)} · ${some}`, `${ALL_ANSWERED} · ${all}`];
}
