/**
 * A key and its words. Footers, help, line prompts and the table in docs/reference.md use them. `ui/keys/keys.ts`
 * decides what the key does.
 */
export type Binding = {
  /** The key as help and docs/reference.md show it. */
  readonly keys: string;
  /** The key as a footer shows it, if that differs. */
  readonly footer?: string;
  /** The word beside the key in a footer and in a line prompt. */
  readonly label: string;
  /** The text on the help screen. A binding without it has no row there. */
  readonly help?: string;
  /** What to type in line mode. */
  readonly line?: {
    readonly letter: string;
    /** A word to type instead of the letter. */
    readonly word?: string;
    /** The text in line mode's help, if that differs. */
    readonly help?: string;
  };
};

export const BINDINGS = {
  move: { keys: '↑ ↓  j k', footer: '↑↓', label: 'move', help: 'move the highlight, or scroll' },
  choose: {
    keys: '1-9',
    label: 'choose',
    help: 'move the highlight to that choice; Enter then answers',
  },
  put: {
    keys: '1-4',
    label: 'put',
    help: 'when you sort statements, put the statement under that heading; Enter then answers for all statements',
  },
  enter: { keys: 'enter', label: 'open', help: 'open, answer, or go to the next step' },
  next: { keys: 'space', label: 'next', help: 'page down, then go to the next step' },
  page: { keys: 'PgUp PgDn', label: 'page', help: 'page up and down' },
  ends: { keys: 'Home End', label: 'top, bottom', help: 'go to the top, go to the bottom' },
  back: { keys: '←', label: 'back', help: 'go back a step', line: { letter: 'b', word: 'back' } },
  lookBack: {
    keys: 'r',
    label: 'look back',
    help: 'look back at what you have read',
    line: { letter: 'r', word: 'look' },
  },
  whosWho: {
    keys: 'w',
    label: "who's who",
    help: "show who's who: everyone who speaks or acts in the story",
    line: { letter: 'w', word: 'who' },
  },
  hint: {
    keys: 'h',
    label: 'hint',
    help: 'show a hint during a question; the second time, show another hint',
    line: { letter: 'h', word: 'hint' },
  },
  showAnswer: {
    keys: 's',
    label: 'show answer',
    help: 'show the answer after a first miss, instead of choosing again',
    line: { letter: 's', word: 'show' },
  },
  guess: {
    keys: 'g',
    label: 'guess',
    help: 'say that you guessed, when you are asked how sure you are',
    line: { letter: 'g', word: 'guess' },
  },
  fairly: {
    keys: 'f',
    label: 'fairly sure',
    help: 'say that you are fairly sure',
    line: { letter: 'f', word: 'fairly' },
  },
  certain: {
    keys: 'c',
    label: 'certain',
    help: 'say that you are certain',
    line: { letter: 'c', word: 'certain' },
  },
  more: {
    keys: 'm',
    label: 'more',
    help: "after an answer, show more: the other choices, and the question's id",
    line: { letter: 'm', word: 'more' },
  },
  help: {
    keys: '?',
    label: 'help',
    help: 'show this help',
    line: { letter: '?', word: 'help' },
  },
  alone: {
    keys: 'a',
    label: 'go on alone',
    help: "go on alone, when a live room can't be reached",
    line: { letter: 'a', word: 'alone' },
  },
  close: {
    keys: 'esc',
    label: 'home',
    help: 'close this page, then go home',
    line: { letter: 'home', help: 'leave the lesson and go home' },
  },
  quit: {
    keys: 'q',
    label: 'quit',
    help: 'quit; Ctrl-C quits at once',
    line: { letter: 'q', word: 'quit', help: 'quit' },
  },
  inspect: {
    keys: 'i',
    label: 'inspect',
    help: 'show what `check` finds, and what this step is made of: ids, claims, evidence',
  },
} as const satisfies Readonly<Record<string, Binding>>;

export type BindingName = keyof typeof BINDINGS;
