import type { AttributionMap } from '../course/attribution-map.js';
import type { Lesson } from '../course/course.js';
import type { LearnerReport, SkillReport } from '../learner-report/report.js';
import type { Quiz } from '../review/quiz.js';

export type LessonRoute = {
  readonly name: 'lesson';
  readonly lesson: Lesson;
  /** A step's id, or `end` for the summary. */
  readonly step: string;
  /** Whether the verdict also shows the other choices and the question's id. */
  readonly more: boolean;
};

/** A review, or a drill: "Who said it?". */
export type QuizRoute = {
  readonly name: 'quiz';
  readonly quiz: Quiz;
  readonly more: boolean;
};

/** A page that has only a menu. */
export type MenuPage = 'lessons' | 'more' | 'settings';

/** Where the learner is, with the data computed on arrival there. */
export type Route =
  | { readonly name: 'home' }
  | LessonRoute
  | QuizRoute
  /** All lessons; the settings; settings, about, the other course and what else is seldom needed. */
  | { readonly name: MenuPage }
  | { readonly name: 'learner-report'; readonly report: LearnerReport }
  /** The end of the course: all lessons are done. */
  | { readonly name: 'course-end'; readonly skills: readonly SkillReport[] }
  | { readonly name: 'map'; readonly map: AttributionMap }
  /** `cell` is an index into `map.cells`, from 0. */
  | { readonly name: 'cell'; readonly map: AttributionMap; readonly cell: number };
