import type { HandedIn } from '../log/entry.js';
import type { Person } from '../room/person.js';
import type { Room } from '../room/room.js';

/** `together`: everyone is at one question. `own`: everyone goes through the exercise on their own. */
export const PACES = ['together', 'own'] as const;

export type Pace = (typeof PACES)[number];

/** What stays the same as long as a live room lasts. */
export type LiveRules = {
  /** Its `minutes` and `until` are the clock of everyone in the room. */
  readonly room: Room;
  readonly pace: Pace;
  /** A few characters at the end of the address. Whoever joins must know them, or the room code. */
  readonly door: string;
};

/** Choices by the id of their check. */
export type Choices = ReadonlyMap<string, string>;

/** The first vote, and the second after a talk. */
export type Round = 1 | 2;

/** A person joins in a browser or in a terminal. */
export const WAYS_IN = ['browser', 'terminal'] as const;

export type WayIn = (typeof WAYS_IN)[number];

export type Member = Person & {
  readonly wayIn: WayIn;
  /** Milliseconds since 1970. */
  readonly joined: number;
  /** The stops whose vote was over or paused when this person joined. The person's first vote is missing there. */
  readonly missed: ReadonlySet<number>;
  /** The answers to the first vote. With the pace `own`, there is no other. */
  readonly first: Choices;
  readonly second: Choices;
  /** Minutes that the facilitator gave only this person. */
  readonly extra: number;
  /** By how many milliseconds this person's time ends after that of the room. */
  readonly beyond: number;
  /** Set once this person has handed in. */
  readonly handedIn?: number;
  readonly because?: HandedIn['because'];
  /** SHA-256 of the nonce of the join. */
  readonly joinNonce?: string;
  /** How often this person has joined with it. */
  readonly joins: number;
  /** The nonces of the last answers that were taken, at most `MOST_NONCES`. */
  readonly nonces: ReadonlySet<string>;
  /** How many answers were taken for each stop and round, by `voteKey`. */
  readonly changes: ReadonlyMap<string, number>;
  /** Whether the facilitator has removed this person. The answers stay in the journal, and count nowhere. */
  readonly isRemoved: boolean;
};

/**
 * open -> closed -> revealed, or open -> closed -> talk -> open -> closed -> revealed.
 * At a text to read, the vote is `closed` from the beginning.
 */
export type VoteState = 'open' | 'closed' | 'talk' | 'revealed';

export type Vote = {
  readonly state: VoteState;
  readonly round: Round;
  /** When it was opened last, in milliseconds since 1970. */
  readonly opened: number;
};

/** Where browsers and terminals reach a room on its computer. */
export type ServingPlace = { readonly address: string; readonly port: number };

/** A live room as its journal tells it. */
export type LiveRoom = {
  readonly rules: LiveRules;
  /** When the exercise began; undefined in the lobby. Milliseconds since 1970. */
  readonly began?: number;
  readonly ended?: number;
  /** By how many milliseconds the facilitator has moved the end for everyone. */
  readonly added: number;
  readonly isLocked: boolean;
  /** Where it was served last. */
  readonly place?: ServingPlace;
  /** The index of the stop that everyone is at, with the pace `together`. */
  readonly at: number;
  /** By the index of the stop. Stops that nobody has seen have no vote. */
  readonly votes: ReadonlyMap<number, Vote>;
  /** By their ids, in the order in which they joined. */
  readonly members: ReadonlyMap<string, Member>;
};

export const newRoom = (rules: LiveRules): LiveRoom => ({
  rules,
  added: 0,
  isLocked: false,
  at: 0,
  votes: new Map(),
  members: new Map(),
});

/** Who takes part: everybody who was not removed. */
export const present = ({ members }: LiveRoom): Member[] =>
  [...members.values()].filter(({ isRemoved }) => !isRemoved);

/** The vote at the stop that everyone is at; undefined in the lobby. */
export const voteNow = ({ votes, at }: LiveRoom): Vote | undefined => votes.get(at);

/** This person's choices in one vote. */
export const choicesOf = ({ first, second }: Member, round: Round): Choices =>
  round === 1 ? first : second;

/** This person's choice in the second vote, or else in the first. */
export const latestChoice = ({ first, second }: Member, check: string): string | undefined =>
  second.get(check) ?? first.get(check);

export const voteKey = (stop: number, round: Round): string => `${stop}/${round}`;
