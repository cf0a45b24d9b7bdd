import type { Lesson } from '../../course/course.js';
import type { CourseMaterial } from '../../course/ledger.js';
import { lessonScoreText, takeAlongText, withLaterTry } from '../../messages/lesson.js';
import { entryText } from '../../messages/menu.js';
import { calibrationNote } from '../../messages/review.js';
import { truthText } from '../../messages/verdict.js';
import { checkProgress, countMended, missedChecks, openMisses } from '../../progress/checks.js';
import { lessonStatus } from '../../progress/lesson-status.js';
import type { Progress } from '../../progress/progress.js';
import type { MenuEntry } from '../../state/menu-entry.js';
import type { State } from '../../state/state.js';

/** What the end of a lesson says, in the order of its fields. */
export type SummaryView = {
  readonly score: string;
  /** The share of first answers that were right, from 0 to 1. Absent if the lesson has no questions. */
  readonly share?: number;
  /** The share of questions that are right by now: at first, or mended. Present with `share`. */
  readonly reached?: number;
  /** How often the learner was right at their highest certainty, if they rated an answer of this lesson. */
  readonly calibration?: string;
  /** What to ask next time. */
  readonly habit?: string;
  /** The missed questions as true statements. Wrong choices are left out: people remember them. */
  readonly truths: readonly string[];
  readonly entries: readonly { readonly id: string; readonly text: string }[];
};

export function summaryView(
  lesson: Lesson,
  menu: readonly MenuEntry[],
  { course, progress }: State,
  material: CourseMaterial,
): SummaryView {
  const { correct, checks } = lessonStatus(lesson, progress);
  const calibration = calibrationNote({ lessons: [lesson] }, progress);
  const open = openMisses(lesson, progress).length;
  return {
    score: lessonScoreText(lesson, progress),
    ...(checks > 0 && {
      share: correct / checks,
      reached: (correct + countMended(lesson.checks, progress)) / checks,
    }),
    ...(calibration !== undefined && { calibration }),
    ...(lesson.habit && { habit: takeAlongText(lesson.habit) }),
    truths: missedTruths(lesson, progress, material),
    entries: menu.map((entry) => ({ id: entry.id, text: entryText(entry, course, open) })),
  };
}

/** Each truth once, even if several missed questions share it. It counts as right later only if all of them are. */
function missedTruths(lesson: Lesson, progress: Progress, material: CourseMaterial): string[] {
  const isRight = new Map<string, boolean>();
  for (const check of missedChecks(lesson, progress)) {
    const truth = truthText(check, material);
    const isRightNow = checkProgress(progress, check.id)?.last.right === true;
    isRight.set(truth, isRightNow && isRight.get(truth) !== false);
  }
  return [...isRight].map(([truth, isRightNow]) => withLaterTry(truth, isRightNow));
}
