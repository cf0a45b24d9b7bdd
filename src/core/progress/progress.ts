import type { HandedIn, Joined } from '../log/entry.js';
import type { Memory } from '../memory/fsrs.js';
import type { Recall } from '../memory/recall.js';

/** What is kept of one answer. */
export type AnswerRecord = { readonly choice: string; readonly right: boolean; readonly t: number };

/** What is kept of one check, however often it was answered. */
export type CheckProgress = {
  /** The graded answer. */
  readonly first: AnswerRecord;
  /** The latest, practice included. */
  readonly last: AnswerRecord;
  readonly tries: number;
  /** How well it is remembered. */
  readonly recall: Recall;
};

/** Where the learner stands in the latest attempt at a lesson. */
export type LessonAttempt = {
  readonly seed: string;
  /** The checks of a practice attempt; absent in an attempt at the whole lesson. */
  readonly only?: readonly string[];
  /** A step's id, or `end`. */
  readonly step: string;
  /** The answers of this attempt, by check. */
  readonly answers: Readonly<Record<string, AnswerRecord>>;
};

export type Progress = {
  /** Of the checks that were ever answered. */
  readonly checks: Checks;
  readonly attempts: Readonly<Record<string, LessonAttempt>>;
  /** Lessons whose end was reached, with the time it was first. */
  readonly finished: Readonly<Record<string, number>>;
  readonly settings: Readonly<Record<string, string>>;
  /** The lesson of the latest move. */
  readonly latest?: string;
  /** The exercise that this log is of; nothing where it is of learning. */
  readonly exercise?: Exercise;
  /** Resets that can be taken back, oldest first; the newest few only. */
  readonly resets: readonly { readonly id: string; readonly lesson?: string }[];
};

/** How far someone is with the exercise of a room. */
export type Exercise = Omit<Joined, 'k'> & {
  /** Milliseconds since 1970. */
  readonly began?: number;
  readonly handedIn?: number;
  readonly because?: HandedIn['because'];
};

/** What is kept of the checks that were answered, for reading: in the order of the first answers. */
export type Checks = Iterable<readonly [check: string, kept: CheckProgress]> & {
  readonly size: number;
  readonly get: (check: string) => CheckProgress | undefined;
  /** Whether the graded answer was right; nothing where there was none. */
  readonly rightAtFirst: (check: string) => boolean | undefined;
  readonly memoryOf: (check: string) => Memory | undefined;
  /** The same, to be changed without changing this. */
  readonly copy: () => EditableChecks;
};

/** The same, to be changed in place. */
export type EditableChecks = Checks & {
  readonly set: (check: string, kept: CheckProgress) => void;
  readonly delete: (check: string) => void;
};
