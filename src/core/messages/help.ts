import { BINDINGS, type Binding } from './bindings.js';

export const REPORT =
  'Found a question that is wrong or unfair? Press m after answering it: the last line is its id. Send the id, with what is wrong, to whoever gave you this program, or open an issue in its repository.';

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
  'Each answer is saved the moment you give it. Leave whenever you like: next time Continue, the first thing on home, takes you back to the same step.',
  'Looking back and hints cost nothing. They are noted beside your answer, that is all. In a closed-book lesson they stay shut.',
  'Your first answer to a check is the one that is counted. Trying again later is practice.',
];

/** The footer's label for Esc during an exercise. */
export const EXERCISE_HOME = 'overview';

export const PREVIEW_HELP: readonly string[] = [
  'This is a preview, for an author. Nothing is saved: your answers are gone when you leave, and the progress of learning is not touched.',
  'The top line says how many warnings `check` has, and how many values you still have to do (TODO). Press i to read them. A step that cannot be shown yet is passed over.',
  'When you save a file of the course, you see the new text at the same step. If there are mistakes, they cover the screen until you fix them.',
];
