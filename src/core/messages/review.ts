import type { CourseIndex } from '../course/course.js';
import type { MemoryCounts } from '../learner-report/report.js';
import type { Certainty } from '../memory/certainty.js';
import type { CertaintyCount, CertaintyCounts } from '../memory/recall.js';
import type { Progress } from '../progress/progress.js';
import type { ReviewCount } from '../review/queue.js';
import type { Quiz } from '../review/quiz.js';
import { certaintyCountsOf } from '../review/schedule.js';
import { capital, counted } from '../text/english.js';
import { minutesText } from './lesson.js';

export const DRILL_TITLE = 'Who said it?';

export const QUIZ_TITLE: Readonly<Record<Quiz['kind'], string>> = {
  review: 'Review',
  drill: DRILL_TITLE,
};

/** "question 1 of 6". */
export const questionCount = ({ answered, given, rest }: Quiz): string => {
  const number = answered + (given === undefined ? 1 : 0);
  return `question ${number} of ${number + rest.length}`;
};

/** "Review, question 1 of 6", "Who said it? Question 1 of 10". */
export function quizPlace(quiz: Quiz): string {
  const title = QUIZ_TITLE[quiz.kind];
  const count = questionCount(quiz);
  return title.endsWith('?') ? `${title} ${capital(count)}` : `${title}, ${count}`;
}

/** In a round, after the first answer: "2 right". */
export const tallyOf = ({ kind, answered, right }: Quiz): string | undefined =>
  kind === 'drill' && answered > 0 ? `${right} right` : undefined;

/** "5 of 6 right"; after a round, "8 of 10 right, your best: 9", or "8 of 10 right" if it was the first. */
export function quizScoreText({ kind, answered, right, best }: Quiz): string {
  const score = `${right} of ${answered} right`;
  return kind === 'review' || best === undefined
    ? score
    : `${score}, your best: ${Math.max(best, right)}`;
}

/** What a round says if something was read, but nothing in it can be asked about. */
export const NOTHING_TO_ASK = 'There is nothing to ask about yet.';

export const ASKS_WHAT_WAS_READ = `“${DRILL_TITLE}” asks only about what you have read.`;

/** When a round has fewer questions than usual. */
export const shortRoundText = ({ rest }: Quiz): string =>
  `This round has ${counted(rest.length + 1, 'question')}. ${ASKS_WHAT_WAS_READ}`;

export const CERTAINTY_OFFER = 'Ask how sure I am of each answer';

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
 * `calibrationText` of some lessons; undefined in an exercise, where the changing
 * count would reveal whether the previous answer was right.
 */
export const calibrationNote = (
  of: Pick<CourseIndex, 'lessons'>,
  progress: Progress,
): string | undefined =>
  progress.exercise ? undefined : calibrationText(certaintyCountsOf(of, progress));

/** Minutes for one question of a review. Lessons plan as much, with their reading. */
const MINUTES_EACH = 0.5;

/** "6 due, about 3 minutes"; "40 due; this review: 10, about 5 minutes": a row of home has no room for more. */
export function dueNote({ now, due }: ReviewCount): string {
  const asked = due > now ? `; this review: ${now}` : '';
  return `${due} due${asked}, about ${minutesText(now * MINUTES_EACH)}`;
}

/** What Review is. */
export const REVIEW_SAYS =
  'Questions come back the day after you answer them, or later. Answering again helps you remember.';

/** The note beside Review before any answered question can come back. */
export const NO_REVIEW_YET = 'nothing to review yet';

/** The note beside Review when nothing is due. */
export const nextReviewText = (next: number | undefined, today: number): string =>
  next === undefined
    ? "you've learned every answer so far"
    : `nothing due, next question ${dayText(next, today)}`;

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
  if (next !== undefined)
    return `Nothing is due. The next question comes back ${dayText(next, today)}.`;
  return hasNew
    ? 'Nothing is due. Questions come back the day after you first answer them, or later.'
    : ALL_LEARNED;
}

const ALL_LEARNED =
  "You've learned every answer: you're likely to remember them all for a month or longer. There's nothing left to review.";

/** "12 of 60 answers learned". */
const learnedText = ({ new: fresh, learning, learned }: MemoryCounts): string =>
  fresh + learning === 0
    ? 'Every answer is learned'
    : `${learned} of ${counted(fresh + learning + learned, 'answer')} learned`;

/** How much is learned, and what that means; until something is learned, how much comes back; nothing at the end. */
export function learnedNote(counts: MemoryCounts): string[] {
  const { new: fresh, learning, learned } = counts;
  if (learning === 0 && (learned === 0 || fresh === 0)) return [];
  const of = learned > 0 ? learned : learning;
  const [come, them] = of === 1 ? ['comes', 'it'] : ['come', 'them'];
  if (learned > 0) return [`${learnedText(counts)}: you'll probably remember ${them} for a month.`];
  return [
    `${counted(learning, 'question')} ${come} back in reviews until you'll probably remember ${them} for a month.`,
  ];
}

/** "Reviews cover 50 questions: 9 in review, 39 learned, 2 not answered yet". The others they never ask. */
export function memoryText(counts: MemoryCounts): string {
  const { new: fresh, learning, learned } = counts;
  if (fresh + learning === 0) return learnedText(counts);
  const all = counted(fresh + learning + learned, 'question');
  const open = fresh === 0 ? '' : `, ${fresh} not answered yet`;
  return `Reviews cover ${all}: ${learning} in review, ${learned} learned${open}`;
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
  "Once you're likely to remember an answer for a month, it is learned and leaves review.";

/** The error for a course with too few statements for a drill. */
export const noDrillText = ({ title }: CourseIndex): string =>
  `“${title}” has no rounds of “${DRILL_TITLE}”: fewer than eight of its statements can be asked about`;
