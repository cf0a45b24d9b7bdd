import type { Feedback } from '../../room/room.js';
import { verdictsText } from '../exercise.js';
import { ALL_ANSWERED, toGoText } from '../lesson.js';

/** Before somebody joins. */
export const PRIVACY =
  "Your name and answers go unencrypted over this network and are kept on the facilitator's computer.";

export const IN_LOBBY = "You're in. The exercise begins when your facilitator starts it.";

const MAKE_YOUR_CHOICE = 'Choose an answer.';
const SORT = 'Put each statement under a heading.';
const SECOND_CHOICE = 'Vote again: choose the same answer, or another one.';
const SECOND_SORT = 'Vote again: put each statement under the same heading, or another one.';

/** What to do while a vote is open, before this person has answered. */
export function voteText(round: 1 | 2, isBoard: boolean): string {
  if (round === 1) return isBoard ? SORT : MAKE_YOUR_CHOICE;
  return isBoard ? SECOND_SORT : SECOND_CHOICE;
}

/** After the room has saved an answer that can still change. */
export const SAVED = 'Saved. You can change it until the vote closes.';

/** The same for some of the statements of a sort board. */
export const partlySavedText = (toGo: number): string => `Saved. ${toGoText(toGo)}`;

export const OWN_TIME_OVER = 'Your time for this question is over. Wait for the next question.';

export const VOTE_CLOSED = 'The vote is closed. Wait for your facilitator.';

/** At a text of a closed-book lesson. */
export const READ_TEXT = "Read this text now. You can't see it during the questions.";

export const TALK =
  'Talk with the people beside you: what did you choose, and which words of the text decide it? After that, you vote again.';

export const REVEALED = 'Compare your answer with the sentence that proves the right one.';

/** With the pace `own`, while some questions are open. */
export const atOwnPaceText = (feedback: Feedback): string =>
  feedback === 'now'
    ? `Work at your own pace. ${verdictsText(feedback)}`
    : `Work at your own pace. You can change your answers until you hand in. ${verdictsText(feedback)}`;

/** With the pace `own`, once every question is answered. */
export const READY_TO_HAND_IN = `${ALL_ANSWERED}. Hand in when you're ready.`;

export const ROOM_ENDED = 'The room has ended.';

/** With verdicts below. */
export const ROOM_ENDED_ANSWERS = `${ROOM_ENDED} You can look at the answers again here.`;

export const REMOVED =
  "Your facilitator has taken you out of this room. If that's a mistake, tell them.";
