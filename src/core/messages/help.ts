import { BINDINGS, type Binding } from './bindings.js';

export const REPORT =
  "Is a question wrong or unfair? Answer it, then use m: the last line has the question's id. Send the id to the person who gave you this program, and say what is wrong. Or open an issue in the program's repository.";

type HelpRow = readonly [keys: string, help: string];

const rowOf = ({ keys, help }: Binding): HelpRow[] => (help === undefined ? [] : [[keys, help]]);

const { inspect, ...everywhere } = BINDINGS;

export const HELP_KEYS: readonly HelpRow[] = Object.values(everywhere).flatMap(rowOf);

export const PREVIEW_KEYS: readonly HelpRow[] = rowOf(inspect);

/** What a learner can type in line mode, besides numbers. */
export const TYPED_KEYS: readonly string[] = Object.values<Binding>(BINDINGS).flatMap(
  ({ line, help }) => {
    if (!line) return [];
    const typed = line.word === undefined ? line.letter : `${line.letter} or ${line.word}`;
    return [`${typed}: ${line.help ?? help}`];
  },
);

export const HELP_TEXT: readonly string[] = [
  'Each answer is saved at once, so you can leave at any time. Statements that you sort are saved together, once each has a heading and you press Enter. “Continue” on home opens the same step again.',
  'You can look back and use hints at no cost. The program only notes that you did. In a closed-book lesson, a review or “Who said it?”, you can do neither.',
  'Your first answer to a question counts. Later tries are practice.',
];

/** The footer's label for Esc during an exercise. */
export const EXERCISE_HOME = 'overview';

export const PREVIEW_HELP: readonly string[] = [
  'This is a preview for authors. Nothing is saved: your answers are gone when you leave, and your progress stays as it is.',
  "The top line counts the warnings of `check`, and the values that you still have to write (TODO). Press i to read them. The preview skips a step that it can't show yet.",
  'When you save a file of the course, you see the new text at the same step. If there are mistakes, they cover the screen until you fix them.',
];
