export const REPORT =
  'Found a question that is wrong or unfair? Press m after answering it: the last line is its id. Send the id, with what is wrong, to whoever gave you this program, or open an issue in its repository.';

/** The keys of the program, for the help screen. */
export const HELP_KEYS: readonly (readonly [string, string])[] = [
  ['↑ ↓  j k', 'move the highlight, or scroll'],
  ['1-9', 'move the highlight to that choice'],
  ['enter', 'open, answer, or go on'],
  ['space', 'page down, then on'],
  ['PgUp PgDn', 'page up and down'],
  ['Home End', 'to the top, to the bottom'],
  ['←', 'back a step'],
  ['r', 'look back at what you have read'],
  ['w', 'who’s who: everyone who speaks in the story'],
  ['h', 'a hint, during a check'],
  ['g f c', 'guess, fairly sure, certain: where you are asked how sure'],
  ['m', 'more, after an answer'],
  ['esc', 'out of this, then home'],
  ['q', 'quit; ctrl-c leaves at once'],
];

export const HELP_TEXT: readonly string[] = [
  'Each answer is saved the moment you give it. Leave whenever you like: next time Continue, the first thing on home, takes you back to the same step.',
  'Looking back and hints cost nothing. They are noted beside your answer, that is all. In a closed-book lesson they stay shut.',
  'Your first answer to a check is the one that is counted. Trying again later is practice.',
];

/** How a footer calls the place that Esc leads to. */
export const EXERCISE_HOME = 'overview';

export const PREVIEW_KEY = ['i', 'what stands behind this: ids, claims, evidence'] as const;

export const PREVIEW_HELP: readonly string[] = [
  'This is a preview, for an author. Nothing is saved: your answers are gone when you leave, and the progress of learning is not touched.',
  'At each save of a file of the course you see it anew, at the same step. Mistakes take the place of the screen until they are mended.',
];
