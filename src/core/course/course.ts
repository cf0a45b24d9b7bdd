import type { Habit } from './habits.js';
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

/** The formats of course files that this program reads, oldest first. */
export const FORMATS = [1, 2] as const;

export type Format = (typeof FORMATS)[number];

/** A span of a sentence; `from` and `to` count UTF-16 units from 0, and `to` is after the last. */
export type SentenceSpan = {
  readonly sentence: string;
  readonly from: number;
  readonly to: number;
};

export type Choice = {
  readonly id: string;
  /** For a choice in the text: the sentence, or the words. */
  readonly text: string;
  /** Where a choice in the text stands. */
  readonly span?: SentenceSpan;
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
  /** The words of the evidence that decide the answer. */
  readonly words?: readonly string[];
  /** Present if all choices are in the text: complete sentences of the reading before, or words of one sentence. */
  readonly inText?: 'sentences' | 'words';
  /** Present if the check is a row of a sort board. Then `stem` is the board's stem with the statement. */
  readonly row?: BoardRow;
  /** In the order of the file, or of the text; `choice-order.ts` decides the display order. */
  readonly choices: readonly Choice[];
  /** The id of the right choice. */
  readonly key: string;
  /** True if the choices have a natural order, such as days or numbers, and are shown as written. */
  readonly ordered?: boolean;
  readonly allow?: readonly Waiver[];
};

/** What a check has if it is a row of a sort board. */
export type BoardRow = {
  /** The id of the board. */
  readonly board: string;
  /** The stem of the board, without the statement. */
  readonly stem: string;
  /** What is put under a heading. */
  readonly statement: string;
};

/** Statements to sort. Each row is a check, and its choices are the headings. */
export type Board = {
  readonly kind: 'board';
  readonly id: string;
  readonly stem: string;
  readonly headings: readonly Heading[];
  readonly rows: readonly Check[];
  readonly allow?: readonly Waiver[];
};

export type Heading = { readonly id: string; readonly text: string };

/** An invented sentence with one habit applied. A lesson that has one begins with it; its id is `example`. */
export type Example = {
  readonly kind: 'example';
  readonly id: string;
  readonly sentence: string;
  /** The deciding words of the sentence. */
  readonly words: readonly string[];
  readonly habit: Habit;
  /** What the habit shows here. */
  readonly says: string;
};

export type Step = Example | Reading | Check | Board;

/** A lesson without its content. */
export type LessonOutline = {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly minutes: number;
  readonly closedBook: boolean;
  /** The habit to take along, shown at the end. */
  readonly habit?: Habit;
  /** Ids of all steps, in order. */
  readonly steps: readonly string[];
  /** Ids of the checks among the steps, and of the rows of boards. */
  readonly checks: readonly string[];
  /** Ids of the rows of each board, by the board's id. */
  readonly boards?: Readonly<Record<string, readonly string[]>>;
  /** Ids of the passages of each reading, by the reading's id. */
  readonly readings?: Readonly<Record<string, readonly string[]>>;
  /** Ids of the checks whose choices are in the text. They do not come back for review. */
  readonly inText?: readonly string[];
  /** Ids of the checks that nobody can answer without a paragraph or its number. They do not come back either. */
  readonly byParagraph?: readonly string[];
  readonly allow?: readonly Waiver[];
};

export type Lesson = LessonOutline & {
  readonly body: readonly Step[];
  /** What the lessons before have told, for those who begin here. */
  readonly soFar?: string;
};

/** What the program needs to start: small even if the course is large. */
export type CourseIndex = {
  readonly format: Format;
  readonly id: string;
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly language: string;
  /** Paragraphs of the about screen. */
  readonly about: readonly string[];
  /** 8 hexadecimal digits, see `fingerprint.ts`. */
  readonly hash: string;
  /** 6 hexadecimal digits, see `fingerprint.ts`. */
  readonly words: string;
  /** Whether the ledger has enough claims for "Who said it?". */
  readonly hasDrill: boolean;
  /** Ids of checks about the same claim, a list for each such claim. A review asks at most one of a list. */
  readonly sameClaim?: readonly (readonly string[])[];
  readonly lessons: readonly LessonOutline[];
};

export type Course = {
  readonly index: CourseIndex;
  readonly material: CourseMaterial;
  readonly lessons: readonly Lesson[];
};
