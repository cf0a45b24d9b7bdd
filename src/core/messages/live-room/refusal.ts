import type { Refusal } from '../../live-room/refusal.js';
import { NO_NAME } from '../exercise.js';

/** Why the room did not take what a person sent, and what to do now. */
export const REFUSALS: Readonly<Record<Refusal, string>> = {
  'not-understood': "The room couldn't read what you sent. Join again.",
  'wrong-code':
    "This isn't the code of this room. Type the code that is on your facilitator's screen.",
  locked: 'The room is locked, and nobody can join. Ask your facilitator to unlock it.',
  full: 'The room is full. Answer together with somebody who is in, or on paper.',
  'unknown-person': "You're not in this room. Join again.",
  'unknown-question': 'The room has no such question or answer. Join again.',
  'not-now': "The room can't accept this now. Ask your facilitator what to do.",
  'vote-closed': "The vote is closed, and this answer wasn't saved. Wait for your facilitator.",
  'vote-open': 'The vote is open. Close it first.',
  'time-over':
    "The time is over, and this answer wasn't saved. Ask your facilitator if you need more time.",
  'already-answered': 'Your first answer to this question is final. Go on to the next question.',
  'handed-in': "You've handed in. Wait for your facilitator.",
  'all-handed-in': 'Everyone has handed in. Wait for your facilitator.',
  'no-limit': 'No time limit is set. Wait for your facilitator.',
  'too-many-changes':
    "You've changed this answer too often. Your last saved answer counts. Wait for your facilitator.",
  'not-saved':
    "The facilitator's computer can't save this right now. Tell your facilitator, then try again.",
};

/** The same for what the facilitator does. */
const HOST_REFUSALS: Partial<Record<Refusal, string>> = {
  'not-understood': NO_NAME,
  'unknown-person': "This person isn't in the room. Choose somebody from the list.",
  'not-now': "This isn't possible at the moment. Choose one of the commands that are shown.",
  'handed-in': 'This person has handed in and can see the answers, so they get no more time.',
  'all-handed-in': 'Everyone has handed in and can see the answers, so nobody gets more time.',
  'no-limit':
    'The time is over, so votes have no limit now, and nobody needs an extra minute. To limit the time again, give everyone a minute.',
  'not-saved':
    "The room couldn't save this, so nothing has changed. Check that the room's folder can be written and the disk has space, then try again.",
};

/** To a message for the facilitator's side with another token. */
export const NOT_HOST =
  "Only the facilitator can do this. If you're the facilitator, open the address that the program printed for leading this room.";

export const hostRefusalText = (refusal: Refusal): string =>
  HOST_REFUSALS[refusal] ?? REFUSALS[refusal];
