import { uncapital } from '../../text/english.js';

/** What the facilitator reads above the question. The screen may be on a projector: nothing here depends on a key. */

export const LOBBY = 'People can join now. Begin when everyone is in.';

export const VOTE_OPEN = 'The vote is open.';
export const SECOND_VOTE_OPEN = 'The second vote is open.';

export const EVERYONE_READS = 'Everyone reads this text now.';

export const PEOPLE_TALK =
  'People talk about their answers. Open the second vote when they are done.';

export const ANSWER_SHOWN = 'The right answer is shown.';

export const AT_OWN_PACE = 'Everyone works at their own pace.';

export const HOST_ENDED = 'The room has ended. Nobody can answer now.';

/** How far the answers of a vote agree: none, nearly all the same, or different ones. */
export type Agreement = 'none' | 'same' | 'differ';

const FIRST_ADVICE: Readonly<Record<Agreement, string>> = {
  none: 'Nobody has answered: v shows the right answer.',
  same: 'Most people chose the same answer: v shows whether it is right.',
  differ: 'The answers differ: t lets them talk, then vote again.',
};

/** After a first vote: what helps most now. It does not say what people chose. */
export const firstVoteClosedText = (agreement: Agreement): string =>
  `The vote is closed. ${FIRST_ADVICE[agreement]}`;

export const SECOND_VOTE_CLOSED = 'The second vote is closed: v shows the right answer.';

/** Choices in one vote: "first vote", "second vote". */
export const ROUND_LABELS = { 1: 'first vote', 2: 'second vote' } as const;

/** "Most common trap: credited to the wrong person. Ask: …" @param trap as a person reads it */
export const mostCommonTrapText = (trap: string): string => `Most common trap: ${uncapital(trap)}`;
