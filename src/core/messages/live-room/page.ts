import { counted } from '../../text/english.js';
import { CODE_NOTE, JOIN_TITLE } from '../exercise.js';
import { YOUR_ANSWER } from '../verdict.js';
import { ROUND_LABELS } from './host.js';
import { PRIVACY } from './person.js';

/** The words of the page in a browser that do not come with a view: an object for each subject. */
export const JOIN_WORDS = {
  title: JOIN_TITLE,
  privacy: PRIVACY,
  name: 'Your name',
  nameNote: 'Everyone in the room may see your name. Without one, the program makes a name up.',
  code: 'Code of the room',
  codeNote: CODE_NOTE,
  join: 'Join',
  joining: 'Joining…',
} as const;

export const ANSWER_WORDS = {
  sending: 'Sending…',
  notSent: 'Not sent yet: trying again.',
  /** With the pace `own`. */
  savedOwn: 'Saved. You can change it until you hand in.',
  /** Where an answer is final at once. */
  answer: 'Answer',
  final: "You can't change this answer after you send it.",
} as const;

/** Beside a choice, so that no verdict needs colour. */
export const CHOICE_WORDS = {
  yours: YOUR_ANSWER,
  first: `your ${ROUND_LABELS[1]}`,
  right: 'the right answer',
} as const;

/** After the score of the first votes, if there was a second. */
export const LAST_ANSWERS = 'Your latest answers are below.';

/** What a screen reader says for the signs of a verdict. */
export const SIGN_WORDS = {
  right: 'Right',
  wrong: 'Wrong',
  answered: 'answered',
  /** Of a sort board. */
  notAllAnswered: 'Not all answered',
} as const;

export const CONNECTION_WORDS = {
  connecting: 'Connecting to the room…',
  lost: "The room can't be reached. The page tries again by itself.",
  notReached: "The room can't be reached. Check that you're on its network, then try again.",
  notTaken: 'Not accepted. Try again.',
  forgotten: "You're no longer in this room. Join again.",
} as const;

export const CLOCK_WORDS = { left: 'Time left', lastMinute: 'One minute left.' } as const;

/** Several questions, of which one is in sight. */
export const OWN_WORDS = {
  questions: 'Questions',
  text: 'Text',
  next: 'Next',
  back: 'Back',
  handIn: 'Hand in',
  goOn: 'Go on answering',
  lookFor: 'Look for',
} as const;

/** The facilitator's page. */
export const REMOTE_WORDS = {
  facilitator: 'Facilitator',
  askEnd: 'End the room for everyone? Nobody can answer after that.',
  keepOpen: "Don't end it",
} as const;

/** "Ada · Room 2MNNY-908Y" */
export const whoText = (name: string, code: string): string => `${name} · Room ${code}`;

/** Before somebody hands in. @param open questions without an answer */
export const askHandInText = (open: number): string =>
  open === 0
    ? "Every question has an answer. You can't change anything after you hand in."
    : `${counted(open, 'question has', 'questions have')} no answer. Hand in anyway?`;
