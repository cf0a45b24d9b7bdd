import type { CourseIndex } from '../course/course.js';
import type { MemoryCounts } from '../learner-report/report.js';
import type { Certainty } from '../memory/certainty.js';
import type { CertaintyCount, CertaintyCounts } from '../memory/recall.js';
import type { Progress } from '../progress/progress.js';
import type { ReviewCount } from '../review/queue.js';
import type { Quiz } from '../review/quiz.js';
import { certaintyCountsOf } from '../review/schedule.js';

export const DRILL_TITLE = 'Who said it?';

export const QUIZ_TITLE: Readonly<Record<Quiz['kind'], string>> = {
  review: 'Review',
  drill: DRILL_TITLE,
};

/** "1 of 6"; in a drill, which has no end, "12". */
export const questionCount = ({ kind, answered, given, rest }: Quiz): string => {
  const number = answered + (given === undefined ? 1 : 0);
  return kind === 'drill' ? `${number}` : `${number} of ${number + rest.length}`;
};

export const CERTAINTY_OFFER = 'Say how sure you are before each verdict, from now on';

export const CERTAINTY_ASKED = 'How sure are you?';

/** "When certain you were right 14 of 20 times." */
export const certaintyText = (certainty: Certainty, { right, of }: CertaintyCount): string =>
  `${WHEN[certainty]} you were right ${right} of ${of} times.`;

const WHEN: Readonly<Record<Certainty, string>> = {
  guess: 'When guessing',
  fairly: 'When fairly sure',
  certain: 'When certain',
};

/** One sentence on the highest certainty that the learner has used. Undefined if they never rated an answer. */
export function calibrationText(counts: CertaintyCounts): string | undefined {
  const highest = (['certain', 'fairly', 'guess'] as const).find((level) => counts[level].of > 0);
  return highest && certaintyText(highest, counts[highest]);
}

/**
 * `calibrationText` of the course; undefined in an exercise, where the changing
 * count would reveal whether the previous answer was right.
 */
export const calibrationNote = (course: CourseIndex, progress: Progress): string | undefined =>
  progress.exercise ? undefined : calibrationText(certaintyCountsOf(course, progress));

/** "Review · 6 due", or "Review · 20 of 31 due" if one review does not ask them all. */
export const reviewText = ({ now, due }: ReviewCount): string =>
  now === due ? `Review · ${due} due` : `Review · ${now} of ${due} due`;

export const REVIEW_NOTE = 'what you answered some days ago';

/** The note beside Review when nothing is due. */
export const nextReviewText = (next: number | undefined, today: number): string =>
  next === undefined
    ? 'all that you answered is learned'
    : `nothing due, next ${inDays(next - today)}`;

/** "today", "tomorrow", "in 5 days". */
function inDays(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** Why there is nothing to review. `next` and `today` are days since 1970. */
export function nothingDueText(next: number | undefined, today: number, hasNew: boolean): string {
  if (next !== undefined) return `Nothing is due. The next comes back ${inDays(next - today)}.`;
  return hasNew
    ? 'Nothing is due. Questions come back from the day after you first answer them.'
    : ALL_LEARNED;
}

const ALL_LEARNED =
  'Everything is learned: you would know it for a month or longer. Nothing more will be asked.';

/** "12 of 60 learned". */
export const learnedText = ({ new: fresh, learning, learned }: MemoryCounts): string =>
  fresh + learning === 0
    ? 'All of it is learned'
    : `${learned} of ${fresh + learning + learned} learned`;

/** "2 new, 9 being learned, 39 of 50 learned". */
export const memoryText = (counts: MemoryCounts): string =>
  counts.new + counts.learning === 0
    ? learnedText(counts)
    : `${counts.new} new, ${counts.learning} being learned, ${learnedText(counts)}`;

/** "3 due today, 7 in the 13 days after it", from counts by day, today first. */
export function dueText([today = 0, ...later]: readonly number[]): string {
  const after = later.reduce((sum, count) => sum + count, 0);
  return `${today} due today, ${after} in the ${later.length} days after it`;
}

/** The error for a course with too few statements for a drill. */
export const noDrillText = ({ title }: CourseIndex): string =>
  `there are no rounds of “${DRILL_TITLE}” in “${title}”: its ledger has fewer than eight statements that can be asked`;
