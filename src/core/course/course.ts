import type { CourseMaterial } from './ledger.js';
import type { Waiver } from './problem.js';
import type { Misreading, Skill } from './vocabulary.js';

/** What codes are made for and read with: the index, and its lessons on demand. */
export type CourseLessons = {
  readonly index: CourseIndex;
  readonly lesson: (id: string) => Lesson;
};

/**
 * The course as the program holds it after loading: plain values, every reference checked,
 * every text already safe for a terminal. Terms are those of docs/architecture.md.
 */

export const FORMAT = 1;

export type Choice = {
  readonly id: string;
  readonly text: string;
  readonly feedback: string;
  /** The error a distractor stands for; the key has none. */
  readonly misreading?: Misreading;
  /** The source that picking this choice names, so that the verdict can tell what that source did say. */
  readonly names?: string;
  /** That this is the choice which says that the article does not tell. */
  readonly open?: boolean;
};

export type Reading = {
  readonly kind: 'reading';
  readonly id: string;
  /** Passages shown, in order. */
  readonly passages: readonly string[];
  /** What to look out for, in one line. */
  readonly lookFor?: string;
  readonly allow?: readonly Waiver[];
};

export type Check = {
  readonly kind: 'check';
  readonly id: string;
  readonly stem: string;
  readonly skill: Skill;
  /** Claims asked about. */
  readonly claims: readonly string[];
  /** Sentences that prove the key. */
  readonly evidence: readonly string[];
  /** The whole truth in one sentence, for summaries. */
  readonly truth: string;
  readonly hint?: string;
  /** As the author wrote them; shown in the order of `choice-order.ts`. */
  readonly choices: readonly Choice[];
  /** The id of the right choice. */
  readonly key: string;
  /** That the choices have an order of their own, such as days or numbers, and are shown in it. */
  readonly ordered?: boolean;
  readonly allow?: readonly Waiver[];
};

export type Step = Reading | Check;

/** What is known of a lesson without opening it. */
export type LessonOutline = {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly minutes: number;
  readonly closedBook: boolean;
  /** Ids of all steps in order, and of the checks among them. */
  readonly steps: readonly string[];
  readonly checks: readonly string[];
  readonly allow?: readonly Waiver[];
};

export type Lesson = LessonOutline & { readonly body: readonly Step[] };

/** What opening the program needs: small, whatever the size of the course. */
export type CourseIndex = {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly language: string;
  /** Paragraphs of the about screen. */
  readonly about: readonly string[];
  /** Changes when a check, a choice or a key changes: 8 hexadecimal digits. */
  readonly hash: string;
  /** Whether its ledger has enough for rounds of "Who said it?". */
  readonly hasDrill: boolean;
  readonly lessons: readonly LessonOutline[];
};

export type Course = {
  readonly index: CourseIndex;
  readonly material: CourseMaterial;
  readonly lessons: readonly Lesson[];
};
