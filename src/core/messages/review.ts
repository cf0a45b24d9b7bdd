import type { CourseIndex } from '../course/course.js';
import type { MemoryCounts } from '../learner-report/report.js';
import type { Certainty } from '../memory/certainty.js';
import type { CertaintyCount, CertaintyCounts } from '../memory/recall.js';
import type { Progress } from '../progress/progress.js';
import type { ReviewCount } from '../review/queue.js';
import type { Quiz } from '../review/quiz.js';
import { certaintyCountsOf } from '../review/schedule.js';
import { counted } from '../text/english.js';

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

/** "When certain: 14 of 20 right." */
export const certaintyText = (certainty: Certainty, { right, of }: CertaintyCount): string =>
  `${WHEN[certainty]}: ${right} of ${of} right.`;

const WHEN: Readonly<Record<Certainty, string>> = {
  guess: 'When guessing',
  fairly: 'When fairly sure',
  certain: 'When certain',
};

/** One sentence on the highest certainty that the learner has used. Undefined if they never rated an answer. */
function calibrationText(counts: CertaintyCounts): string | undefined {
  const highest = (['certain', 'fairly', 'guess'] as const).find((level) => counts[level].of > 0);
  return highest && certaintyText(highest, counts[highest]);
}

/**
 * `calibrationText` of the course; undefined in an exercise, where the changing
 * count would reveal whether the previous answer was right.
 */
export const calibrationNote = (course: CourseIndex, progress: Progress): string | undefined =>
  progress.exercise ? undefined : calibrationText(certaintyCountsOf(course, progress));

/** "Review · 6 due", or "Review · 20 now" if one review does not ask all that is due. */
export const reviewText = ({ now, due }: ReviewCount): string =>
  `Review · ${now} ${now === due ? 'due' : 'now'}`;

/** The note beside Review if something is due. */
export const reviewNote = ({ now, due }: ReviewCount): string =>
  now === due ? REVIEW_NOTE : `${due} are due, ${now} of them now`;

const REVIEW_NOTE = 'what you answered some days ago';

/** The note beside Review when nothing is due. */
export const nextReviewText = (next: number | undefined, today: number): string =>
  next === undefined
    ? 'all that you answered is learned'
    : `nothing due, next ${dayText(next, today)}`;

const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

/** "today", "tomorrow", "on Tuesday", or "in 9 days" from a week on. Days since 1970, which began on a Thursday. */
export function dayText(day: number, today: number): string {
  const days = day - today;
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < WEEKDAYS.length ? `on ${WEEKDAYS[day % WEEKDAYS.length]}` : `in ${days} days`;
}

/** Why there is nothing to review. `next` and `today` are days since 1970. */
export function nothingDueText(next: number | undefined, today: number, hasNew: boolean): string {
  if (next !== undefined) return `Nothing is due. The next comes back ${dayText(next, today)}.`;
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

/** "9 questions in review, 39 learned, 2 to come". */
export function memoryText(counts: MemoryCounts): string {
  const { new: fresh, learning, learned } = counts;
  if (fresh + learning === 0) return learnedText(counts);
  const toCome = fresh === 0 ? '' : `, ${fresh} to come`;
  return `${counted(learning, 'question')} in review, ${learned} learned${toCome}`;
}

/** "Due: 3 today, 2 tomorrow, 4 on Tuesday.", from counts by day, today first. */
export function dueText(due: readonly number[], today: number): string {
  const days = due.flatMap((count, i) =>
    count === 0 ? [] : [`${count} ${dayText(today + i, today)}`],
  );
  return days.length === 0
    ? `Nothing is due in the next ${due.length} days.`
    : `Due: ${days.join(', ')}.`;
}

/** What "learned" means. */
export const LEARNED_NOTE =
  'Once you are likely to remember an answer for a month, it is learned and leaves review.';

/** The error for a course with too few statements for a drill. */
export const noDrillText = ({ title }: CourseIndex): string =>
  `there are no rounds of “${DRILL_TITLE}” in “${title}”: its ledger has fewer than eight statements that can be asked`;
