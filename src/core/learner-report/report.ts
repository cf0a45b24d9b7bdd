import type { CourseIndex, LessonOutline } from '../course/course.js';
import { checksOf } from '../course/lesson.js';
import { SKILLS, type Skill } from '../course/vocabulary.js';
import type { CertaintyCounts } from '../memory/recall.js';
import { checkProgress } from '../progress/checks.js';
import { type LessonStatus, lessonStatus } from '../progress/lesson-status.js';
import type { Progress } from '../progress/progress.js';
import { certaintyCountsOf, countDue, scheduleOf } from '../review/schedule.js';
import { type LearnerReportInput, type MisreadingCount, misreadingCounts } from './misreadings.js';

/** For how many days, from today on, what is due is told. */
const DAYS_AHEAD = 14;

export type LessonReport = Pick<LessonOutline, 'id' | 'title' | 'minutes' | 'closedBook'> &
  LessonStatus;

/** How a learner stands in one skill; counts are of first answers. */
export type SkillReport = {
  readonly skill: Skill;
  readonly right: number;
  readonly answered: number;
  readonly checks: number;
};

export type MemoryCounts = {
  /** Never answered. */
  readonly new: number;
  readonly learning: number;
  readonly learned: number;
};

/** Where a learner stands in a course on a day. */
export type LearnerReport = {
  readonly lessons: readonly LessonReport[];
  readonly skills: readonly SkillReport[];
  readonly certainty: CertaintyCounts;
  /** The most frequent first. */
  readonly misreadings: readonly MisreadingCount[];
  readonly memory: MemoryCounts;
  /** How many come due on each day: the first is today, with all that was due before. */
  readonly due: readonly number[];
};

export function learnerReport(told: LearnerReportInput): LearnerReport {
  const { course, progress, today } = told;
  const schedule = scheduleOf(course, progress);
  return {
    lessons: course.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      minutes: lesson.minutes,
      closedBook: lesson.closedBook,
      ...lessonStatus(lesson, progress),
    })),
    skills: skillReports(told),
    certainty: certaintyCountsOf(course, progress),
    misreadings: misreadingCounts(told),
    memory: memoryCounts(course, progress),
    due: Array.from({ length: DAYS_AHEAD }, (_, i) =>
      i === 0 ? countDue(schedule, today) : schedule.days.filter((due) => due === today + i).length,
    ),
  };
}

/** How many checks of the course are new, being learned, and learned. */
export function memoryCounts(course: CourseIndex, progress: Progress): MemoryCounts {
  const { days, learned } = scheduleOf(course, progress);
  const checks = course.lessons.reduce((sum, lesson) => sum + lesson.checks.length, 0);
  return { new: checks - days.length - learned, learning: days.length, learned };
}

/** Skills that the course has checks for, in their order. */
function skillReports({ lessons, progress }: LearnerReportInput): SkillReport[] {
  const checks = lessons.flatMap(checksOf);
  return SKILLS.flatMap((skill) => {
    const own = checks.filter((check) => check.skill === skill);
    const firsts = own.flatMap(({ id }) => checkProgress(progress, id)?.first ?? []);
    const right = firsts.filter((given) => given.right).length;
    return own.length === 0 ? [] : [{ skill, right, answered: firsts.length, checks: own.length }];
  });
}
