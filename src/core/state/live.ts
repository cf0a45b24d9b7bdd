import type { ChosenAt } from '../live-room/event.js';
import type { Round, VoteState } from '../live-room/live-room.js';
import type { Progress } from '../progress/progress.js';

/** A session that takes part in a live room. */
export type Live = {
  /** The room's address as typed. */
  readonly address: string;
  /** `joining` until the room has answered once; `refused` if it does not take this person. */
  readonly link: 'joining' | 'joined' | 'lost' | 'refused';
  /** What the room said about the connection, as one sentence. */
  readonly refusal?: string;
  /** Whether the learner goes through the exercise without the room for now. */
  readonly isAlone: boolean;
  /** What the room said last. */
  readonly news?: RoomNews;
  /** The learner's latest answer to the vote that is open. */
  readonly draft?: Draft;
};

/** What the room says to this person. */
export type RoomNews = {
  readonly phase: 'lobby' | VoteState | 'own' | 'handed-in' | 'ended';
  /** What is going on, in one or two sentences. */
  readonly message: string;
  /** With the pace `together`, the stop that everyone is at. */
  readonly stop?: LiveStop;
  /** This person's first answers that the room shows and that can no longer be changed. */
  readonly known: readonly ChosenAt[];
  /** This person's score in words, once all verdicts are known: of the questions that the room asked while they were in. */
  readonly score?: string;
  /** When this person's time ends, in milliseconds since 1970 on the session's clock; absent without a limit. */
  readonly end?: number;
};

export type LiveStop = {
  /** Its index in the exercise, from 0. */
  readonly at: number;
  /** The ids of its lesson and step. */
  readonly lesson: string;
  readonly step: string;
  readonly round: Round;
  /** Whether an answer can be given or changed now. */
  readonly canAnswer: boolean;
  /** This person's choices in this round, and in the first, by the ids of their checks. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly first: Readonly<Record<string, string>>;
};

export type Draft = {
  /** The index of the stop. */
  readonly at: number;
  readonly round: Round;
  readonly choices: readonly ChosenAt[];
  /** Whether the room has it on its disk. */
  readonly isSaved: boolean;
};

/** What changes in a session's room without the learner. */
export type LiveChange =
  | { readonly link: Live['link']; readonly refusal?: string | undefined }
  | { readonly news: RoomNews }
  /** The room has this draft on its disk. */
  | { readonly saved: Draft }
  /** The room did not take it. */
  | { readonly refused: Draft };

/** What a stop is while the room leads. */
export type Led = { readonly stop: LiveStop; readonly phase: VoteState };

/** The part of a session's state that this is about. */
type InRoom = { readonly live?: Live; readonly progress: Progress };

const VOTE_STATES: readonly string[] = ['open', 'closed', 'talk', 'revealed'] satisfies VoteState[];

const isVote = (phase: RoomNews['phase']): phase is VoteState => VOTE_STATES.includes(phase);

/** The stop at which the room holds everyone; undefined if the learner is free to move. */
export function ledBy({ live, progress }: InRoom): Led | undefined {
  if (!live?.news || live.isAlone || progress.exercise?.handedIn !== undefined) return undefined;
  const { stop, phase } = live.news;
  return stop && isVote(phase) ? { stop, phase } : undefined;
}

/** What the room said last, once it has ended for this person and has all their answers. */
export function finalNews({ live }: Pick<InRoom, 'live'>): RoomNews | undefined {
  if (live?.link !== 'joined' || live.isAlone) return undefined;
  const phase = live.news?.phase;
  return phase === 'ended' || phase === 'handed-in' ? live.news : undefined;
}

/** Whether the room cannot be reached and the learner may go on without it. */
export const canGoAlone = ({ live, progress }: InRoom): boolean =>
  live?.link === 'lost' && !live.isAlone && progress.exercise?.handedIn === undefined;

/** The choice of a check in the vote that is on screen: the learner's latest, or what the room knows. */
export function choiceIn({ live }: Pick<InRoom, 'live'>, { stop }: Led, check: string) {
  const draft = live?.draft;
  const isOfVote = draft?.at === stop.at && draft.round === stop.round;
  const drafted = isOfVote ? draft.choices.find(([id]) => id === check)?.[1] : undefined;
  return drafted ?? ownValue(stop.chosen, check);
}

/** The value of a name that came over the network. */
export const ownValue = (
  record: Readonly<Record<string, string>>,
  name: string,
): string | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);

/** Whether the room has not begun yet: the learner waits for it. */
export const isInLobby = ({ live }: { readonly live?: Live | undefined }): boolean =>
  live?.news?.phase === 'lobby' && !live.isAlone;
