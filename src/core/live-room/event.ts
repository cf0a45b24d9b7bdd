import type { HandedIn } from '../log/entry.js';
import type { Person } from '../room/person.js';
import type { LiveRules, Round, ServingPlace, WayIn } from './live-room.js';

/**
 * What happened in a live room: the lines of its journal, format 1. The journal is the only source of the room.
 * `t` is milliseconds since 1970. Later versions may add fields and kinds, but never change or remove one.
 */
export type RoomEvent = { readonly t: number } & Happening;

export type Happening =
  | Opened
  | JoinedRoom
  | Answered
  | HandedInEvent
  | AloneAnswers
  | { readonly k: 'begin' | 'close' | 'talk' | 'open' | 'reveal' | 'lock' | 'unlock' | 'end' }
  /** Everyone is at this stop. Its vote opens if nobody has seen it yet. */
  | { readonly k: 'go'; readonly stop: number }
  | Lengthened
  /** The room is served there from now on. */
  | ({ readonly k: 'serve' } & ServingPlace)
  | { readonly k: 'rename'; readonly id: string; readonly name: string }
  | { readonly k: 'remove'; readonly id: string };

/** More minutes for everyone, or for the person with this id. */
export type Lengthened = {
  readonly k: 'lengthen';
  readonly minutes: number;
  readonly id?: string;
  /**
   * If the time was over, the minutes count from the event. In older journals, without this field, they always count
   * from the end.
   */
  readonly fromNow?: boolean;
};

/** The first line of a journal. */
export type Opened = {
  readonly k: 'room';
  readonly version: 1;
  readonly rules: LiveRules;
  /** The course's id, and the fingerprint of its words. */
  readonly course: string;
  readonly words: string;
  /** The hash of the exercise, see `exerciseHash`. */
  readonly exercise: string;
  /** SHA-256 of the host's token, in hexadecimal digits. */
  readonly host: string;
};

export type JoinedRoom = {
  readonly k: 'join';
  readonly person: Person;
  readonly wayIn: WayIn;
  /** SHA-256 of the person's token, in hexadecimal digits. */
  readonly token: string;
  /** SHA-256 of the nonce of the join. A second join of one person adds a token. */
  readonly nonce?: string;
};

/** One choice, or the headings of a board's rows. It replaces what this person chose before in this vote. */
export type Answered = {
  readonly k: 'answer';
  readonly id: string;
  readonly stop: number;
  readonly round: Round;
  readonly choices: readonly ChosenAt[];
  readonly nonce: string;
};

/** The id of a check and the id of the choice. */
export type ChosenAt = readonly [check: string, choice: string];

/** A person with the pace `own` has finished, or their time is over. */
export type HandedInEvent = {
  readonly k: 'hand-in';
  readonly id: string;
  readonly because: HandedIn['because'];
};

/** Answers that a terminal recorded while it could not reach the room. */
export type AloneAnswers = {
  readonly k: 'alone';
  readonly id: string;
  readonly choices: readonly ChosenAt[];
};
