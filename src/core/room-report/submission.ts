import type { Certainty } from '../memory/certainty.js';
import type { AttemptStatus } from '../room/attempt-status.js';
import type { HandIn } from '../room/hand-in-code.js';
import type { AnswerSheet } from './item-analysis.js';
import type { Result } from './result.js';

/** What somebody handed in, on a computer or on paper. */
export type Submission = Digital | OnPaper | Removed | Unasked;

/**
 * A result or hand-in code, or the reason why it is rejected, as the end of a sentence. `where` is a file's name, with a
 * line number for a code.
 */
export type Digital =
  | { readonly where: string; readonly result: Result; readonly isFromJournal?: true }
  | { readonly where: string; readonly handIn: HandIn; readonly name: string | undefined }
  | ({ readonly where: string; readonly rejected: string } & Remark);

/** The id of somebody whom the facilitator removed from the live room with this code: a result in its folder does not count. */
export type Removed = { readonly where: string; readonly removed: string; readonly code: string };

/**
 * What the live room with this code has not asked so far: the ids of checks whose vote has not been opened, and of those
 * that nobody in the room answered.
 */
export type Unasked = {
  readonly where: string;
  readonly code: string;
  readonly unopened: readonly string[];
  readonly unanswered: readonly string[];
};

/** Whose it is, if that is known, and whether nobody has to do anything about it. */
type Remark = { readonly name?: string; readonly isHarmless?: true };

/** A line that somebody copied from paper into a text file. It can be counted once its room is known. */
export type OnPaper = {
  readonly where: string;
  /** The name of the text file, without the line number. */
  readonly file: string;
  readonly room: PaperRoom;
  readonly paper: PaperLine;
};

/** What a text file says about the room of its lines. A code that is a word does not contain its lessons. */
export type PaperRoom = {
  readonly code?: string;
  readonly lessons?: readonly string[];
};

/** Someone's answers, or how many people raised their hands for each choice. Both count questions and choices from 1. */
export type PaperLine =
  | {
      readonly name: string;
      /** The number of the choice for each question; 0 is no answer. */
      readonly numbers: readonly number[];
    }
  | { readonly question: number; readonly hands: readonly number[] };

/** One person, counted once. */
export type Participant = {
  /** Only the first characters if the submission is a hand-in code. */
  readonly id: string;
  readonly name: string;
  /** Whether the person gave the name; if not, it is made up. */
  readonly named: boolean;
  readonly where: string;
  /** Whether the exercise was handed in, its time was over or all its checks are answered. */
  readonly isWhole: boolean;
  readonly status: AttemptStatus;
  /** Whether the person got more time than the room. */
  readonly isLengthened: boolean;
  readonly answers: AnswerSheet;
  /** The second votes of a live room. */
  readonly second: AnswerSheet;
  /** Ids of the checks whose first vote this person could not take part in. They count for nothing. */
  readonly unseen: ReadonlySet<string>;
  readonly certainties: ReadonlyMap<string, Certainty>;
};

/** A submission that does not count. `why` is the end of a sentence. */
export type NotCounted = Remark & {
  readonly where: string;
  readonly why: string;
  /** The submission of the same person that counts; the sentence ends with it. */
  readonly countedAt?: string;
};

/** The room of a submission: its code if known, its tag (see `roomTag`) and its lessons. */
export type FromRoom = Pick<Candidate, 'code' | 'tag' | 'lessons'>;

/** A submission that counts if it is of the right room and is the person's best one. */
export type Candidate = Participant & {
  /** Milliseconds since 1970; undefined for a hand-in code and a line from paper, which have no time. */
  readonly began: number | undefined;
  /** Milliseconds since 1970; 0 for a hand-in code, which has no time. */
  readonly saved: number;
  /** Whether the submission says that its room shows each verdict at once. */
  readonly showsVerdicts: boolean;
  /**
   * Whether the exercise was handed in or all its checks are answered. False for a sheet of paper with open questions:
   * its person may have gone on at a computer.
   */
  readonly isFinished: boolean;
  readonly lessons: readonly string[];
  /** The room code; undefined for a hand-in code, which has only the tag. */
  readonly code: string | undefined;
  readonly tag: number;
};
