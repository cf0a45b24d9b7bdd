import { counted } from '../core/text/english.js';

/** The words of the page that no view contains. */

export const PRIVACY =
  "Your name and your answers cross this network without encryption. They stay on the facilitator's computer.";
export const ASK_NAME = 'Your name (you can leave it empty)';
export const ASK_CODE = 'Room code';
export const JOIN = 'Join';
export const JOINING = 'Joining…';
export const JOIN_TITLE = 'Join the room';
export const CONNECTING = 'Connecting to the room…';

export const NOT_REACHED = 'The room cannot be reached. Try again in a moment.';
export const RECONNECTING =
  'The room cannot be reached. This page keeps trying. Is this device on the same network?';
export const NOT_TAKEN = 'The room did not take this.';
export const GONE = 'You are not in this room any more.';

export const SENDING = 'Sending…';
export const TRYING = 'Not sent yet: trying again.';
export const SAVED_VOTE = 'Saved. You can change it until the vote closes.';
export const SAVED_OWN = 'Saved. You can change it until you hand in.';
export const FINAL = 'You cannot change this answer after you send it.';
export const ANSWER = 'Answer';

export const roomLine = (name: string, code: string): string => `${name} · Room ${code}`;
export const TIME_LEFT = 'Time left';
export const ONE_MINUTE_LEFT = 'One minute left.';

export const RIGHT_ANSWER = 'Right answer';
export const YOUR_FIRST_ANSWER = 'your answer in the first vote';
export const RIGHT = 'Right';
export const WRONG = 'Wrong';
export const LOOK_FOR = 'Look for';

export const PREVIOUS = 'Previous';
export const NEXT = 'Next';
export const QUESTIONS = 'Questions';
export const TEXT = 'Text';
export const ANSWERED = 'answered';
export const HAND_IN = 'Hand in';
export const KEEP_WORKING = 'Keep working';

/** "2 questions have no answer. Hand in all the same?" */
export const openText = (open: number): string =>
  open === 0
    ? 'All questions have an answer. You cannot change anything after you hand in.'
    : `${counted(open, 'question has', 'questions have')} no answer. Hand in all the same?`;
