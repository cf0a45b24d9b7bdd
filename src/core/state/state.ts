import type { CourseIndex } from '../course/course.js';
import type { Problem } from '../course/problem.js';
import type { LookUp } from '../log/entry.js';
import type { Progress } from '../progress/progress.js';
import type { Quiz } from '../review/quiz.js';
import type { Live } from './live.js';
import type { OtherCourse } from './menu-entry.js';
import type { Route } from './route.js';

/** Overlays. Closing one returns to the page below. `inspect` shows an author the data of that page. */
export type OverlayName =
  | 'passages'
  | 'sources'
  | 'help'
  | 'about'
  | 'record'
  | 'checklist'
  | 'inspect';

/** An author's preview of a course that is being written. */
export type Preview = {
  /** Problems that keep the course from opening. While there are any, they replace the page. */
  readonly problems: readonly Problem[];
  /** What `check` finds in the course on screen: warnings, and things still to do. */
  readonly findings?: readonly Problem[];
  /** The first line shown of the problems, from 0. */
  readonly scroll: number;
};

/** How an exercise reaches the facilitator. */
export type HandInPlace = {
  /** The file that holds the result. It is rewritten after each answer. Undefined if it could not be saved. */
  readonly file: string | undefined;
  /** A code to read aloud instead, once the exercise is handed in. */
  readonly code?: string;
};

/** `command` gives this person more time. */
export type TimeOver = { readonly command?: string };

/** Where the program goes on after a session. */
export type Next =
  | { readonly at: 'course'; readonly course: string }
  /** `id` is for somebody new, who has no name if the program is to make one up. */
  | { readonly at: 'room'; readonly code: string; readonly id: string; readonly name?: string }
  /** `notice` says why. */
  | { readonly at: 'home'; readonly notice?: string };

export type State = {
  readonly course: CourseIndex;
  readonly progress: Progress;
  readonly route: Route;
  /** The learner's day at the latest action. */
  readonly today: number;
  /** The id of a choice that waits for the learner's certainty before it counts as the answer. */
  readonly pendingChoice?: string;
  readonly overlay?: OverlayName;
  /** The overlays below it, from which it was opened, the first at the bottom. */
  readonly below?: readonly { readonly overlay: OverlayName; readonly overlayScroll?: number }[];
  /** The heading of each statement on the sort board, by the row's id, before the learner hands it in. Kept while they look elsewhere. */
  readonly placed?: Readonly<Record<string, string>>;
  /** The rows of a board's verdict whose reasons were shown before the highlighted one, from 0. */
  readonly explained?: readonly number[];
  /** Whether the learner is choosing once more after a first miss. */
  readonly choosesAgain?: true;
  /** How many of the two hints are shown, by check id, in this attempt. */
  readonly hints: Readonly<Record<string, 1 | 2>>;
  /** The highlighted entry of the menu or choice list, from 0. -1 on a question, and on a page that opens at its top, until the learner moves. */
  readonly highlight: number;
  /** The first line shown, from 0. If `scroll` is undefined, the page keeps the highlight in view. */
  readonly scroll?: number;
  readonly overlayScroll?: number;
  /** Messages, one a line, such as "this answer could not be saved". They disappear at the next action. */
  readonly notice?: string;
  /** The round of "Who said it?" that the learner left before its end. The next one that they open is this one. */
  readonly round?: Quiz;
  /** What is not saved, in a few words. It stays until everything is saved. */
  readonly unsaved?: string;
  /** What the learner looked up before answering, by check id, in this attempt. */
  readonly lookUps: Readonly<Record<string, readonly LookUp[]>>;
  /** Another course on offer. */
  readonly other?: OtherCourse;
  /** Set once the learner leaves for another session. */
  readonly next?: Next;
  /** Whether leaving the exercise leads home. */
  readonly hasHome?: true;
  /** The command that saves the five questions as a page to print. */
  readonly checklistCommand?: string;
  readonly hasQuit: boolean;
  /** Minutes left in a timed exercise, rounded up. */
  readonly minutesLeft?: number;
  /** Set if the exercise was opened after its time. Nothing is handed in before the learner chooses. */
  readonly timeOver?: TimeOver;
  /** The common end of a room on the learner's clock, such as "10:28". */
  readonly endsAt?: string;
  readonly handIn?: HandInPlace;
  /** Only in a session that joined a live room. */
  readonly live?: Live;
  readonly preview?: Preview;
};

/** Whether problems of the previewed course replace the page. */
export const hasProblems = ({ preview }: State): boolean =>
  preview !== undefined && preview.problems.length > 0;

export const lookUpsFor = (state: State, check: string): readonly LookUp[] =>
  Object.hasOwn(state.lookUps, check) ? (state.lookUps[check] ?? []) : [];

/** How many of the two hints of a check are shown. */
export const hintsFor = ({ hints }: State, check: string): 0 | 1 | 2 =>
  Object.hasOwn(hints, check) ? (hints[check] ?? 0) : 0;
