import type { MarkedText } from '../../course/marked-words.js';
import type { TextPart } from '../in-text.js';

/**
 * Everything that one person of a live room may see, as JSON: the only message that the room sends. A new one replaces
 * the one before, so a connection that was lost needs no history. Contains nothing of a key before its verdict.
 */
export type PersonView = {
  readonly version: 1;
  /** The title of the course. */
  readonly title: string;
  /** The room code in groups. */
  readonly code: string;
  /** Whose view it is. */
  readonly name: string;
  readonly phase: PersonPhase;
  /** What is going on and what to do now, in one or two sentences. */
  readonly message: string;
  /** Absent without a limit and before the beginning. Milliseconds since 1970, on the host's clock. */
  readonly clock?: { readonly end: number; readonly now: number };
  /** The passages in sight of the questions, by their ids. */
  readonly passages: Readonly<Record<string, PassageView>>;
  /** With the pace `together`, the stop that everyone is at; with `own`, all stops; after the end, all whose vote was opened. */
  readonly stops: readonly StopView[];
  /** "5 of 7 right in the first vote", once all verdicts are known. With the pace `own`: "5 of 7 right". */
  readonly score?: string;
};

/** `own`: everyone works on their own. The others are the states of the vote at the stop that everyone is at. */
export type PersonPhase =
  | 'lobby'
  | 'open'
  | 'closed'
  | 'talk'
  | 'revealed'
  | 'own'
  | 'handed-in'
  | 'ended';

export type PassageView = {
  /** "Retold, not quoted · ¶3" */
  readonly heading: string;
  /** Ids and texts of its sentences. */
  readonly sentences: readonly { readonly id: string; readonly text: string }[];
};

type StopBase = {
  /** Its index in the exercise, from 0. Answers name it. */
  readonly stop: number;
  /** The ids of its lesson and step: a terminal has the course itself. */
  readonly lesson: string;
  readonly step: string;
  /** "Question 4 of 7", "Questions 4 to 7 of 12", "Read this text". */
  readonly label: string;
  /** Ids of the passages in sight, in order. */
  readonly passages: readonly string[];
};

export type StopView = TextStop | QuestionStop;

/** A text to read before closed-book questions. */
export type TextStop = StopBase & { readonly kind: 'text'; readonly lookFor?: string };

export type QuestionStop = StopBase & {
  readonly kind: 'question';
  readonly stem: string;
  /** The vote that is open, or was open last. */
  readonly round: 1 | 2;
  /** Whether this person's answer can be given or changed now. */
  readonly canAnswer: boolean;
  /** Present if an answer cannot be changed, since its verdict follows at once. */
  readonly isFinal?: true;
  readonly rows: readonly RowView[];
  /** Present if the question is a sort board: `rows` are its statements, and all have these choices. */
  readonly isBoard?: true;
};

/** A check: the only one of a question, or a row of a board. */
export type RowView = {
  readonly check: string;
  /** The statement of a board's row. */
  readonly statement?: string;
  /** In the order of the room, or of the text. */
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  /** Present if the choices are words: the sentence, divided. `choice` is an index of `choices`. */
  readonly parts?: readonly TextPart[];
  /** Present if the choices are sentences of a passage in sight: the sentence of each choice. */
  readonly sentences?: readonly string[];
  /** This person's choice in this round, by its id. With a verdict: the latest choice, which the verdict is about. */
  readonly chosen?: string;
  /** The choice of the first vote, from the talk on. */
  readonly firstChosen?: string;
  readonly verdict?: RowVerdict;
};

export type RowVerdict = {
  readonly outcome: 'right' | 'wrong' | 'unanswered';
  readonly headline: string;
  /** The id of the right choice. */
  readonly key: string;
  readonly reasons: readonly { readonly mark: 'right' | 'wrong'; readonly text: string }[];
  readonly trap?: string;
  readonly proofs: readonly {
    readonly place: string;
    readonly sentences: readonly (readonly MarkedText[])[];
  }[];
};
