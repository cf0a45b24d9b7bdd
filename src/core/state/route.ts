import type { AttributionMap } from '../course/attribution-map.js';
import type { Lesson } from '../course/course.js';
import type { LearnerReport } from '../learner-report/report.js';
import type { Quiz } from '../review/quiz.js';

/** Inside a lesson: the step, and what the learner has done at it so far. */
export type LessonRoute = {
  readonly name: 'lesson';
  readonly lesson: Lesson;
  /** A step's id, or `end` for the summary. */
  readonly step: string;
  /** Whether the verdict shows more than the key and the chosen choice. */
  readonly more: boolean;
};

/** A review, or rounds of "Who said it?". */
export type QuizRoute = {
  readonly name: 'quiz';
  readonly quiz: Quiz;
  readonly more: boolean;
};

/** Where the learner is, and what was looked up on the way there. */
export type Route =
  | { readonly name: 'home' }
  | LessonRoute
  | QuizRoute
  | { readonly name: 'settings' }
  | { readonly name: 'learner-report'; readonly report: LearnerReport }
  | { readonly name: 'map'; readonly map: AttributionMap }
  /** One cell of the map, by its place among those that have anything in them, from 0. */
  | { readonly name: 'cell'; readonly map: AttributionMap; readonly cell: number };
