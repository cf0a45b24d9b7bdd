import type { AttributionMap } from '../course/attribution-map.js';
import type { Lesson } from '../course/course.js';
import type { LearnerReport, SkillReport } from '../learner-report/report.js';
import type { Quiz } from '../review/quiz.js';
import type { PeopleHere } from '../room/people-here.js';
import type { Room } from '../room/room.js';

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

/** The page on which another was opened, and what was highlighted there. Esc goes back to it. */
export type Origin = { readonly route: Route; readonly highlight: number };

/** A page with a field for one line of text. */
export type FieldRoute = {
  readonly name: 'field';
  readonly typed: string;
  /** Why the text is not taken. */
  readonly problem?: string;
} & (
  | { readonly asks: 'code' }
  /** The name to join the room with. */
  | { readonly asks: 'name'; readonly room: Room; readonly people: PeopleHere }
  /** Another name, in an exercise. */
  | { readonly asks: 'new-name' }
);

/** Where the learner is, with the data computed on arrival there. */
export type Route =
  | { readonly name: 'home' }
  | LessonRoute
  | FieldRoute
  /** Whether to hand in an exercise with open questions. */
  | { readonly name: 'hand-in' }
  | QuizRoute
  /** All lessons; the settings; settings, about, the other course and what else is seldom needed. */
  | { readonly name: MenuPage }
  | { readonly name: 'learner-report'; readonly report: LearnerReport; readonly from: Origin }
  /** The end of the course: all lessons are done. */
  | { readonly name: 'course-end'; readonly skills: readonly SkillReport[] }
  | MapRoute
  /** `cell` is an index into `map.cells`, from 0. */
  | (Omit<MapRoute, 'name'> & { readonly name: 'cell'; readonly cell: number });

export type MapRoute = {
  readonly name: 'map';
  readonly map: AttributionMap;
  readonly from: Origin;
};
