import type { Misreading } from '../course/vocabulary.js';
import type { Certainty } from '../memory/certainty.js';
import type { Person } from '../room/person.js';
import type { Room } from '../room/room.js';

/**
 * The entries of the answer log, format 1: the truth about a learner's progress in one course.
 * Fields may be added in later versions, never changed or removed.
 */

export type Stamp = {
  /** Random, unique: the same entry met twice counts once. */
  readonly id: string;
  /** Milliseconds since 1970, strictly rising within one log. */
  readonly t: number;
};

/** An attempt at a lesson begins: from its first step, or over the given checks only (practice). */
export type Start = {
  readonly k: 'start';
  readonly lesson: string;
  /** Decides the order of the choices for the whole attempt. */
  readonly seed: string;
  readonly only?: readonly string[];
};

/** The learner stands at this step; `end` is the lesson's summary. */
export type At = { readonly k: 'at'; readonly lesson: string; readonly step: string };

export const LOOK_UPS = ['passages', 'sources', 'hint'] as const;
export type LookUp = (typeof LOOK_UPS)[number];

export type Answer = {
  readonly k: 'answer';
  readonly lesson: string;
  readonly check: string;
  readonly choice: string;
  readonly right: boolean;
  /** 1 is the answer that is graded; later ones are practice. */
  readonly try: number;
  /** What was looked up before answering; empty when nothing was. */
  readonly lookUps: readonly LookUp[];
  /** Where it was asked for, before the verdict. */
  readonly certainty?: Certainty;
  /** The course's hash when it was answered. */
  readonly course: string;
  /** The learner's offset from UTC in minutes, east positive. */
  readonly offset: number;
};

/** An answer in a review: to a check that came back, or to its mirror. */
export type Review = {
  readonly k: 'review';
  readonly check: string;
  /** Of a mirror: what its own choices are called. */
  readonly choice: string;
  readonly right: boolean;
  readonly mirror?: true;
  /** The error that a wrong choice stood for. */
  readonly misreading?: Misreading;
  readonly certainty?: Certainty;
  readonly course: string;
  readonly offset: number;
};

/** An answer in a round of "Who said it?". */
export type Drill = {
  readonly k: 'drill';
  readonly claim: string;
  /** What was asked of the claim. */
  readonly asks: string;
  readonly choice: string;
  readonly right: boolean;
  readonly misreading?: Misreading;
  readonly course: string;
  readonly offset: number;
};

/** A setting of the learner's. */
export type Set = { readonly k: 'set'; readonly key: string; readonly value: string };

/**
 * Hides every earlier answer and place: of the given lesson and its checks, or of the whole course.
 * With `undo`, takes the reset of that id back instead.
 */
export type Reset = {
  readonly k: 'reset';
  readonly lesson?: string;
  readonly checks?: readonly string[];
  readonly undo?: string;
};

/** Someone has come to an exercise of a room: the first entry of a log that is the exercise's alone. */
export type Joined = {
  readonly k: 'join';
  readonly room: Room;
  readonly person: Person;
  /** The hash of its checks and keys. */
  readonly exercise: string;
};

/** The exercise begins, and its time runs. */
export type Begin = { readonly k: 'begin' };

/** The exercise is handed in, by choice or because its time is over. */
export type HandedIn = { readonly k: 'hand-in'; readonly because: 'chosen' | 'time' };

/** What happened, before the store gives it an id and a time. */
export type NewEntry =
  | Start
  | At
  | Answer
  | Review
  | Drill
  | Set
  | Reset
  | Joined
  | Begin
  | HandedIn;

export type LogEntry = Stamp & NewEntry;
