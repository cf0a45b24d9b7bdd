import type { CourseMaterial } from './ledger.js';
import type { Waiver } from './problem.js';
import type { Misreading, Skill } from './vocabulary.js';

/** What room codes and hand-in codes need: the index, and lessons on demand. */
export type CourseLessons = {
  readonly index: CourseIndex;
  readonly lesson: (id: string) => Lesson;
};

/**
 * A course in memory: plain values, every reference checked, every text safe for a terminal.
 * docs/architecture.md explains the terms.
 */

export const FORMAT = 1;

export type Choice = {
  readonly id: string;
  readonly text: string;
  readonly feedback: string;
  /** The error of those who pick this distractor; the key has none. */
  readonly misreading?: Misreading;
  /** The id of the source that the choice names. The verdict shows what that source did say. */
  readonly names?: string;
  /** True if this is the choice "the article does not say". */
  readonly open?: boolean;
};

export type Reading = {
  readonly kind: 'reading';
  readonly id: string;
  /** Ids of the passages to show, in order. */
  readonly passages: readonly string[];
  /** What to look for, in one line. */
  readonly lookFor?: string;
  readonly allow?: readonly Waiver[];
};

export type Check = {
  readonly kind: 'check';
  readonly id: string;
  readonly stem: string;
  readonly skill: Skill;
  /** Ids of the claims that the check asks about. */
  readonly claims: readonly string[];
  /** Ids of the sentences that prove the key. */
  readonly evidence: readonly string[];
  /** The correct answer as a complete sentence, for summaries. */
  readonly truth: string;
  readonly hint?: string;
  /** In the order of the file; `choice-order.ts` decides the display order. */
  readonly choices: readonly Choice[];
  /** The id of the right choice. */
  readonly key: string;
  /** True if the choices have a natural order, such as days or numbers, and are shown as written. */
  readonly ordered?: boolean;
  readonly allow?: readonly Waiver[];
};

export type Step = Reading | Check;

/** A lesson without its content. */
export type LessonOutline = {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly minutes: number;
  readonly closedBook: boolean;
  /** Ids of all steps, in order. */
  readonly steps: readonly string[];
  /** Ids of the checks among the steps. */
  readonly checks: readonly string[];
  readonly allow?: readonly Waiver[];
};

export type Lesson = LessonOutline & { readonly body: readonly Step[] };

/** What the program needs to start: small even if the course is large. */
export type CourseIndex = {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly language: string;
  /** Paragraphs of the about screen. */
  readonly about: readonly string[];
  /** 8 hexadecimal digits, see `fingerprint.ts`. */
  readonly hash: string;
  /** Whether the ledger has enough claims for "Who said it?". */
  readonly hasDrill: boolean;
  readonly lessons: readonly LessonOutline[];
};

export type Course = {
  readonly index: CourseIndex;
  readonly material: CourseMaterial;
  readonly lessons: readonly Lesson[];
};
