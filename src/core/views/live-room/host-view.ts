import type { VoteState, WayIn } from '../../live-room/live-room.js';
import type { PassageView, RowVerdict } from './person-view.js';

/** What the facilitator sees. It is shown on a projector: counts of choices appear only once they can sway nobody. */
export type HostView = {
  readonly title: string;
  /** The room code in groups. */
  readonly code: string;
  readonly phase: 'lobby' | VoteState | 'own' | 'ended';
  /** What is going on, in one sentence: "The vote is open." */
  readonly message: string;
  /** What is wrong with the files of the room, and stays until it is not: one or two sentences. */
  readonly warning?: string;
  readonly isLocked: boolean;
  /**
   * How many people are in, and how many of them have answered everything: in this vote with the pace `together`, of the
   * exercise with `own`. At a text, nobody has.
   */
  readonly inside: number;
  readonly answered: number;
  readonly clock?: { readonly end: number; readonly now: number };
  /** Whether the room has a limit, also while there is no clock: minutes can be given. */
  readonly hasLimit: boolean;
  readonly people: readonly PersonRow[];
  /** With the pace `together`, after the lobby and before the end. */
  readonly stop?: HostStop;
};

export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly wayIn: WayIn;
  /** Whether somebody else in the room has the same name. */
  readonly isNameShared: boolean;
  readonly isConnected: boolean;
  /** Questions answered: in this vote with the pace `together`, of the exercise with `own`. */
  readonly answered: number;
  readonly of: number;
  readonly hasHandedIn: boolean;
  /** Further minutes of this person. */
  readonly extra: number;
};

export type HostStop = {
  /** "Question 4 of 7" */
  readonly label: string;
  readonly isLast: boolean;
  readonly passages: readonly PassageView[];
  readonly kind: 'text' | 'question' | 'board';
  readonly stem?: string;
  readonly round: 1 | 2;
  readonly rows: readonly HostRow[];
};

export type HostRow = {
  readonly statement?: string;
  /** The sentence with its choices in numbered brackets, if the choices are words. */
  readonly about?: string;
  readonly choices: readonly HostChoice[];
  /** Only once revealed. The reasons are those of the key and of the distractor that most took. */
  readonly verdict?: Omit<RowVerdict, 'outcome' | 'headline'>;
};

export type HostChoice = {
  /** A verdict names the right choice by its id. */
  readonly id: string;
  readonly number: number;
  readonly text: string;
  /** How many chose it in the first vote: shown once revealed, and beside the second vote. */
  readonly first?: number;
  /** In the second, from its close on. */
  readonly second?: number;
};
