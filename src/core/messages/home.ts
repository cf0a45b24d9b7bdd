import type { CourseIndex, LessonOutline } from '../course/course.js';
import { END } from '../course/lesson.js';
import { memoryCounts } from '../learner-report/report.js';
import { attemptAt, resumeAt } from '../progress/attempt.js';
import { leftIn, lessonStatus } from '../progress/lesson-status.js';
import type { Progress } from '../progress/progress.js';
import { reviewCount } from '../review/queue.js';
import { countDue, nextDueDay, scheduleOf } from '../review/schedule.js';
import type { State } from '../state/state.js';
import { counted } from '../text/english.js';
import { lessonScoreText, lessonTitle, minutesText, stepCount } from './lesson.js';
import {
  calibrationNote,
  dueNote,
  learnedNote,
  NO_REVIEW_YET,
  nextReviewText,
  nothingDueText,
} from './review.js';

export const PROGRAM_NAME = 'On the record';

type Learner = Pick<State, 'course' | 'progress' | 'today'>;

/** What the program promises at the first start. */
export const PROMISE: readonly string[] = [
  'Who said it? Was it done, demanded, or only threatened?',
  'Read a paragraph, answer a question, see the sentence that proves it.',
];

/** The note of Review: "6 due, about 3 minutes", or the day of the next question. */
export function reviewNote({ course, progress, today }: Learner): string {
  const schedule = scheduleOf(course, progress);
  const count = reviewCount(course, progress, today);
  if (count.due > 0) return dueNote(count);
  return schedule.days.length + schedule.learned === 0
    ? NO_REVIEW_YET
    : nextReviewText(nextDueDay(schedule, today), today);
}

/** The name and the note of the entry that continues the course. */
export function continueText(
  { course, progress }: Pick<Learner, 'course' | 'progress'>,
  lesson: LessonOutline,
): { name: string; note: string } {
  const { state } = lessonStatus(lesson, progress);
  const title = lessonTitle(course, lesson);
  const time = minutesText(lesson.minutes);
  if (state === 'new')
    return progress.latest === undefined
      ? { name: 'Start', note: `lesson ${lessonNumber(course, lesson)}, ${time}` }
      : { name: 'Next', note: `${title}, ${time}` };
  return {
    name: 'Continue',
    note: title + (state === 'done' ? ', once more' : placeIn(lesson, progress)),
  };
}

/** The step at which the lesson opens, as its own pages count it. */
function placeIn(lesson: LessonOutline, progress: Progress): string {
  const attempt = attemptAt(progress, lesson.id);
  const step = attempt ? resumeAt(lesson, attempt) : END;
  return step === END ? '' : `, ${stepCount(lesson, attempt, step)}`;
}

/** What awaits the learner in the lesson to continue with. */
export function continueSays(
  { course, progress }: Pick<Learner, 'course' | 'progress'>,
  lesson: LessonOutline,
): string {
  const { state } = lessonStatus(lesson, progress);
  const number = lessonNumber(course, lesson);
  if (state === 'new') {
    const title = progress.latest === undefined ? ` ${lesson.title}.` : '';
    return `Lesson ${number}:${title} ${lesson.goal}`;
  }
  if (state === 'done')
    return `You're going through lesson ${number} again. Your first answers count.`;
  const { questions, minutes } = leftIn([lesson], progress);
  return questions === 0
    ? `You've answered every question of lesson ${number}. Read it to the end.`
    : `Lesson ${number} has ${counted(questions, 'question')} left, about ${minutesText(minutes)}.`;
}

const lessonNumber = ({ lessons }: CourseIndex, lesson: LessonOutline): number =>
  lessons.findIndex(({ id }) => id === lesson.id) + 1;

/** The note of the entry that leads to all lessons, before the first one is opened. */
export const allLessonsNote = ({ lessons }: CourseIndex): string =>
  `${counted(lessons.length, 'lesson')}, about ${minutesText(sumOf(lessons, ({ minutes }) => minutes))}`;

/** "26 of 61 questions answered. The rest takes about 18 minutes." */
export function answeredText({ lessons }: CourseIndex, progress: Progress): string {
  const { questions, minutes } = leftIn(lessons, progress);
  const all = sumOf(lessons, ({ checks }) => checks.length);
  if (questions === 0) return "You've answered every question. Open a lesson to read it again.";
  const answered = `${all - questions} of ${counted(all, 'question')} answered.`;
  return `${answered} The rest takes about ${minutesText(minutes)}.`;
}

const sumOf = <T>(all: readonly T[], count: (one: T) => number): number =>
  all.reduce((sum, one) => sum + count(one), 0);

export const ALL_LESSONS = 'All lessons';

export const ALL_LESSONS_SAYS = 'See what each lesson is about, and begin with any of them.';

/** What the offer of another course is. */
export const otherCourseSays = (title: string): string =>
  `${title}: another story. Your progress in this course is kept.`;

/** How a lesson went so far: "9 questions", "3 of 4 right so far", "5 of 7 on first try, 2 mended". */
export function lessonRowText(lesson: LessonOutline, progress: Progress): string {
  const { state, correct, answered, checks } = lessonStatus(lesson, progress);
  if (state === 'done') return lessonScoreText(lesson, progress);
  return answered === 0 ? counted(checks, 'question') : `${correct} of ${answered} right so far`;
}

/** What a lesson is about. */
export const goalText = ({ closedBook, goal }: LessonOutline): string =>
  closedBook ? `${goal} Closed book.` : goal;

/** Lines after a review: the next day with something due if nothing is due now, how much is learned, calibration. */
export function afterReview({ course, progress, today }: Learner): string[] {
  const schedule = scheduleOf(course, progress);
  const counts = memoryCounts(course, progress);
  const isMoreDue = countDue(schedule, today) > 0;
  const calibration = calibrationNote(course, progress);
  return [
    ...(isMoreDue ? [] : [nothingDueText(nextDueDay(schedule, today), today, counts.new > 0)]),
    ...learnedNote(counts),
    ...(calibration === undefined ? [] : [calibration]),
  ];
}
