import type { HandedIn, Joined } from '../log/entry.js';
import type { Memory } from '../memory/fsrs.js';
import type { Recall } from '../memory/recall.js';
import type { Room } from '../room/room.js';

/** One answer; `t` is milliseconds since 1970. */
export type AnswerRecord = {
  readonly choice: string;
  readonly right: boolean;
  readonly t: number;
  /** Set on a wrong answer if the learner may choose once more before the verdict. */
  readonly again?: true;
};

export type CheckProgress = {
  /** The graded answer. */
  readonly first: AnswerRecord;
  /** The latest answer, also in practice. */
  readonly last: AnswerRecord;
  readonly tries: number;
  readonly recall: Recall;
};

/** The latest attempt at a lesson. */
export type LessonAttempt = {
  readonly seed: string;
  /** Ids of the checks of a practice attempt; absent in an attempt at the complete lesson. */
  readonly only?: readonly string[];
  /** A step's id, or `end`. */
  readonly step: string;
  /** Every step so far, each once: who goes back has still read it. Absent in snapshots of earlier versions. */
  readonly visited?: readonly string[];
  /** The first answers in this attempt, by the check's id. */
  readonly answers: Readonly<Record<string, AnswerRecord>>;
  /** The second answers in this attempt, given after a second look, by the check's id. */
  readonly seconds?: Readonly<Record<string, AnswerRecord>>;
  /** Ids of the steps whose answer the learner asked to see instead of choosing again. */
  readonly shown?: readonly string[];
};

export type Progress = {
  readonly checks: Checks;
  readonly attempts: Readonly<Record<string, LessonAttempt>>;
  /** When the learner first reached the end of a lesson, by its id, in milliseconds since 1970. */
  readonly finished: Readonly<Record<string, number>>;
  readonly settings: Readonly<Record<string, string>>;
  /** The id of the lesson that the learner last worked on. */
  readonly latest?: string;
  /** Only in the log of an exercise. */
  readonly exercise?: Exercise;
  /** The newest resets, which can be undone, oldest first. `lesson` is absent if all lessons were reset. */
  readonly resets: readonly { readonly id: string; readonly lesson?: string }[];
};

/** One person's state in the exercise of a room. */
export type Exercise = Omit<Joined, 'k'> & {
  /** Milliseconds since 1970. */
  readonly began?: number;
  /** When the time limit started again; absent if it counts from `began`. */
  readonly limitFrom?: number;
  /** The room's limit, if the learner got another. */
  readonly roomLimit?: Pick<Room, 'minutes' | 'until'>;
  readonly handedIn?: number;
  readonly because?: HandedIn['because'];
};

/** The progress of the answered checks, in the order of their first answers. */
export type Checks = Iterable<readonly [check: string, kept: CheckProgress]> & {
  readonly size: number;
  readonly get: (check: string) => CheckProgress | undefined;
  /** Whether the graded answer was right; undefined if the check is unanswered. */
  readonly rightAtFirst: (check: string) => boolean | undefined;
  readonly memoryOf: (check: string) => Memory | undefined;
  /** A copy to change; the original stays the same. */
  readonly copy: () => EditableChecks;
};

export type EditableChecks = Checks & {
  readonly set: (check: string, kept: CheckProgress) => void;
  readonly delete: (check: string) => void;
};
