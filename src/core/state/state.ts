import type { CourseIndex } from '../course/course.js';
import type { Problem } from '../course/problem.js';
import type { LookUp } from '../log/entry.js';
import type { Progress } from '../progress/progress.js';
import type { OtherCourse } from './menu-entry.js';
import type { Route } from './route.js';

/**
 * What can be laid over a screen; closing it shows the screen as it was. `inspect` is for an author: what stands
 * behind the screen.
 */
export type OverlayName = 'passages' | 'sources' | 'help' | 'about' | 'inspect';

/** That an author looks at a course in the making. */
export type Preview = {
  /** What keeps the course, as its files now are, from being opened. While there is any, it stands in place of the screen. */
  readonly problems: readonly Problem[];
  /** The first line shown of them. */
  readonly scroll: number;
};

/** How an exercise reaches the facilitator. */
export type HandInPlace = {
  /** The file that the result is written to as it goes. */
  readonly file: string;
  /** What can be read aloud instead; when it is handed in. */
  readonly code?: string;
};

export type State = {
  readonly course: CourseIndex;
  readonly progress: Progress;
  readonly route: Route;
  /** The learner's day, as of the latest action. */
  readonly today: number;
  /** A choice, made and not yet given: first the learner says how sure they are. */
  readonly pendingChoice?: string;
  readonly overlay?: OverlayName;
  /** The highlighted entry of the menu or choice list, from 0. */
  readonly highlight: number;
  /** The first line shown, of the screen and of the overlay; nothing: wherever the highlight can be seen. */
  readonly scroll?: number;
  readonly overlayScroll?: number;
  /** Something to be said once, such as that an answer could not be saved; shown until the next action. */
  readonly notice?: string;
  /** What was looked up for each check of this attempt before it was answered. */
  readonly lookUps: Readonly<Record<string, readonly LookUp[]>>;
  /** Another course that is offered, and its id once the learner has chosen to go there. */
  readonly other?: OtherCourse;
  readonly switchTo?: string;
  readonly hasQuit: boolean;
  /** Of an exercise under way that has a limit: whole minutes, rounded up. */
  readonly minutesLeft?: number;
  /** Of an exercise: where its result is written, and what can be read aloud instead. */
  readonly handIn?: HandInPlace;
  readonly preview?: Preview;
};

/** Whether mistakes in the course stand in place of the screen. */
export const hasProblems = ({ preview }: State): boolean =>
  preview !== undefined && preview.problems.length > 0;

/** What was looked up for a check in this attempt. */
export const lookUpsFor = (state: State, check: string): readonly LookUp[] =>
  Object.hasOwn(state.lookUps, check) ? (state.lookUps[check] ?? []) : [];
