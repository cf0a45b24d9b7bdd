import type { Misreading } from '../course/vocabulary.js';
import type { Certainty } from '../memory/certainty.js';
import type { Person } from '../room/person.js';
import type { Room } from '../room/room.js';

/**
 * The entries of the answer log, format 1. The log is the only source of a learner's progress in one course.
 * Later versions may add fields, but never change or remove one.
 */

export type Stamp = {
  /** Random and unique: a duplicated entry counts once. */
  readonly id: string;
  /** Milliseconds since 1970, strictly rising within one log: the order of the entries. */
  readonly t: number;
  /**
   * What the clock showed, in milliseconds since 1970, if `t` had to be later. The day of an answer depends on it.
   * Absent if it is within a minute of `t`.
   */
  readonly clock?: number;
};

/** An attempt at a lesson begins: with its first step, or with only the checks in `only` (practice). */
export type Start = {
  readonly k: 'start';
  readonly lesson: string;
  /** Decides the order of the choices during the attempt. */
  readonly seed: string;
  readonly only?: readonly string[];
};

/** The learner has arrived at a step; `end` is the lesson's summary. */
export type At = {
  readonly k: 'at';
  readonly lesson: string;
  readonly step: string;
  /** Set if the learner asked to see the answer instead of choosing again. */
  readonly shown?: true;
};

export const LOOK_UPS = ['passages', 'sources', 'hint'] as const;
export type LookUp = (typeof LOOK_UPS)[number];

export type Answer = {
  readonly k: 'answer';
  readonly lesson: string;
  readonly check: string;
  readonly choice: string;
  readonly right: boolean;
  /** 1 is the graded answer; later answers are practice. */
  readonly try: number;
  /** Set on a wrong answer if the learner may choose once more before the verdict. */
  readonly again?: true;
  /** What the learner looked up before answering. */
  readonly lookUps: readonly LookUp[];
  /** Absent if the learner was not asked for it. */
  readonly certainty?: Certainty;
  /** The hash of the course at the time of the answer. */
  readonly course: string;
  /** The learner's offset from UTC in minutes, east positive. */
  readonly offset: number;
};

/** An answer in a review: to a check, or to its reverse question. */
export type Review = {
  readonly k: 'review';
  readonly check: string;
  /** The id of a choice of the question asked; a reverse question has its own ids. */
  readonly choice: string;
  readonly right: boolean;
  /** Set if the reverse question was asked. */
  readonly mirror?: true;
  /** The misreading of the wrong choice. */
  readonly misreading?: Misreading;
  readonly certainty?: Certainty;
  readonly course: string;
  readonly offset: number;
};

/** An answer in the drill "Who said it?". */
export type Drill = {
  readonly k: 'drill';
  readonly claim: string;
  /** The aspect that was asked about, see `ASPECTS` in `ledger-question.ts`. */
  readonly asks: string;
  /** The seed of its round, and how many questions the round has. Absent before rounds had an end. */
  readonly round?: string;
  readonly of?: number;
  readonly choice: string;
  readonly right: boolean;
  readonly misreading?: Misreading;
  readonly course: string;
  readonly offset: number;
};

/** The learner changed a setting. */
export type Set = { readonly k: 'set'; readonly key: string; readonly value: string };

/**
 * Hides earlier answers and positions: of one lesson and its checks, or of the complete course.
 * With `undo`, undoes the reset of that id instead.
 */
export type Reset = {
  readonly k: 'reset';
  readonly lesson?: string;
  readonly checks?: readonly string[];
  readonly undo?: string;
};

/** A clock was ahead: earlier entries with a time of `from` or later count as given at `to`. Milliseconds since 1970. */
export type Redate = { readonly k: 'redate'; readonly from: number; readonly to: number };

/** A participant joined the exercise of a room. The first entry of a log that belongs to this exercise only. */
export type Joined = {
  readonly k: 'join';
  readonly room: Room;
  readonly person: Person;
  /** The hash of the exercise, see `exerciseHash`. */
  readonly exercise: string;
};

/** The exercise and its time begin. */
export type Begin = { readonly k: 'begin' };

/** The participant handed in the exercise, or its time ran out. */
export type HandedIn = { readonly k: 'hand-in'; readonly because: 'chosen' | 'time' };

/** An entry before the store adds an id and a time. */
export type NewEntry =
  | Start
  | At
  | Answer
  | Review
  | Drill
  | Set
  | Reset
  | Redate
  | Joined
  | Begin
  | HandedIn;

/**
 * When the computer was started: its id for that start, and the time on the clock of the log. `t` can be below 0. With
 * these, the time that passes is known whatever the computer's clock says. Only in the log of an exercise.
 */
export type Boot = { readonly id: string; readonly t: number };

export type LogEntry = Stamp & NewEntry & { readonly boot?: Boot };
