import type { CourseIndex } from './course.js';
import type { Progress } from './progress.js';
import { memoryCounts } from './report.js';
import { learnedText } from './study-words.js';
import { leftText } from './words.js';

/** How much is left to do, and how much of what was done is learned. */
export function homeText(course: CourseIndex, progress: Progress, isPreview: boolean): string {
  const left = leftText(course, progress);
  const counts = memoryCounts(course, progress);
  const hasBegun = counts.learned + counts.learning > 0;
  return hasBegun && !isPreview ? `${left} · ${learnedText(counts)}` : left;
}
