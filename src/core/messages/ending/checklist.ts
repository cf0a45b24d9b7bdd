import type { Habit } from '../../course/habits.js';

export const CHECKLIST_TITLE = "Five questions for today's paper";

export const CHECKLIST_INTRO = 'Take one news story from today, and ask these questions.';

/** What to look for with each question. */
export const CHECKLIST_TASKS: Readonly<Record<Habit, string>> = {
  who: 'Choose a statement. Write who says it: a name, a role, or nobody.',
  whose: 'Choose an act, a plan or a view. Write whose it is.',
  step: 'Write what is done, and what is only threatened, demanded or refused.',
  limit: 'Write words such as "could", "some" or "if", and what they limit.',
  where: 'Write what you believe after reading. Copy the sentence that says so.',
};

/** On paper, before the questions. */
export const CHECKLIST_STORY = 'Newspaper, date and headline:';

export const CHECKLIST_SAVE =
  'To save these questions as a page to print, quit the program and type:';
