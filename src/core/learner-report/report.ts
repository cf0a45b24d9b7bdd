import type { CourseIndex, LessonOutline } from '../course/course.js';
import { checksOf } from '../course/lesson.js';
import { SKILLS, type Skill } from '../course/vocabulary.js';
import type { CertaintyCounts } from '../memory/recall.js';
import { checkProgress, countMended } from '../progress/checks.js';
import { type LessonStatus, lessonStatus } from '../progress/lesson-status.js';
import type { Progress } from '../progress/progress.js';
import { certaintyCountsOf, countDue, countScheduled, scheduleOf } from '../review/schedule.js';
import { type Doubt, doubtOf } from './doubt.js';
import { type LearnerReportInput, type MisreadingCount, misreadingCounts } from './misreadings.js';

/** The number of days in the forecast, from today. */
const DAYS_AHEAD = 14;

export type LessonReport = Pick<LessonOutline, 'id' | 'title' | 'minutes' | 'closedBook'> &
  LessonStatus & {
    /** Checks that were wrong at first, and right later. */
    readonly mended: number;
  };

/** Counts of one skill: right first answers, all first answers, and the course's checks. */
export type SkillReport = {
  readonly skill: Skill;
  readonly right: number;
  readonly answered: number;
  readonly checks: number;
};

/** Counts of the checks that come back for review. */
export type MemoryCounts = {
  /** Never answered. */
  readonly new: number;
  readonly learning: number;
  readonly learned: number;
};

/** A learner's progress in a course on one day. */
export type LearnerReport = {
  /** The learner's day. */
  readonly today: number;
  readonly lessons: readonly LessonReport[];
  readonly skills: readonly SkillReport[];
  readonly certainty: CertaintyCounts;
  /** The most frequent first. */
  readonly misreadings: readonly MisreadingCount[];
  readonly doubt: Doubt;
  readonly memory: MemoryCounts;
  /** How many checks are due on each day. Today is first and includes everything overdue. */
  readonly due: readonly number[];
};

export function learnerReport(input: LearnerReportInput): LearnerReport {
  const { course, progress, today } = input;
  const schedule = scheduleOf(course, progress);
  return {
    today,
    lessons: course.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      minutes: lesson.minutes,
      closedBook: lesson.closedBook,
      ...lessonStatus(lesson, progress),
      mended: countMended(lesson.checks, progress),
    })),
    skills: skillReports(input),
    certainty: certaintyCountsOf(course, progress),
    misreadings: misreadingCounts(input),
    doubt: doubtOf(input.lessons, input.past),
    memory: memoryCounts(course, progress),
    due: Array.from({ length: DAYS_AHEAD }, (_, i) =>
      i === 0 ? countDue(schedule, today) : schedule.days.filter((day) => day === today + i).length,
    ),
  };
}

export function memoryCounts(course: CourseIndex, progress: Progress): MemoryCounts {
  const { days, learned } = scheduleOf(course, progress);
  const unanswered = countScheduled(course) - days.length - learned;
  return { new: unanswered, learning: days.length, learned };
}

/** Only the skills that the course has checks for. */
export function skillReports({
  lessons,
  progress,
}: Pick<LearnerReportInput, 'lessons' | 'progress'>): SkillReport[] {
  const checks = lessons.flatMap(checksOf);
  return SKILLS.flatMap((skill) => {
    const ofSkill = checks.filter((check) => check.skill === skill);
    const firsts = ofSkill.flatMap(({ id }) => checkProgress(progress, id)?.first ?? []);
    const right = firsts.filter((answer) => answer.right).length;
    return ofSkill.length === 0
      ? []
      : [{ skill, right, answered: firsts.length, checks: ofSkill.length }];
  });
}
