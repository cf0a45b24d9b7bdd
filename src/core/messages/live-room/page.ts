import { CODE_NOTE, JOIN_TITLE } from '../exercise.js';
import { YOUR_ANSWER } from '../verdict.js';
import { ROUND_LABELS } from './host.js';
import { PRIVACY, SAVED } from './person.js';

/** The words of the page in a browser that do not come with a view: an object for each subject. */
export const JOIN_WORDS = {
  title: JOIN_TITLE,
  privacy: PRIVACY,
  name: 'Your name',
  nameNote: 'Your facilitator sees your name. Without one, the program makes a name up.',
  code: 'Code of the room',
  codeNote: CODE_NOTE,
  join: 'Join',
  joining: 'Joining …',
} as const;

export const ANSWER_WORDS = {
  save: 'Save',
  saving: 'Saving …',
  saved: SAVED,
  /** Where an answer is final at once. */
  answer: 'Answer',
  notSaved: 'Not saved yet. The page sends your answer again by itself.',
  chooseHeading: 'Choose a heading',
} as const;

/** Beside a choice, so that no verdict needs colour. */
export const CHOICE_WORDS = {
  yours: YOUR_ANSWER,
  first: `your ${ROUND_LABELS[1]}`,
  right: 'the right answer',
} as const;

export const VERDICT_WORDS = {
  reasons: 'Why',
  trap: 'The trap',
  proof: 'What the text says',
} as const;

export const CONNECTION_WORDS = {
  connecting: 'Connecting to the room …',
  lost: 'The room cannot be reached. The page tries again by itself.',
  back: 'The room is back.',
  gone: 'The room does not answer. Check that you are on the same network as your facilitator.',
  forgotten: 'The room does not know this page. Join again.',
} as const;

/** With the pace `own`. */
export const OWN_WORDS = {
  next: 'Next question',
  back: 'Question before',
  handIn: 'Hand in',
  handInNow: 'Hand in now',
  goOn: 'Go on answering',
} as const;

export const TEXT_WORDS = {
  show: 'Show the text',
  hide: 'Hide the text',
  lookFor: 'Look for',
} as const;
