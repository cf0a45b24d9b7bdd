import { CERTAINTIES, type Certainty } from '../core/memory/certainty.js';
import { BINDINGS, type Binding } from '../core/messages/bindings.js';
import { canContinue, type Scene } from '../core/scene/scene.js';

/** What can be typed besides numbers. */
export type Command =
  | Certainty
  | 'lookBack'
  | 'whosWho'
  | 'hint'
  | 'more'
  | 'back'
  | 'close'
  | 'help'
  | 'quit';

/** A blank that no line is broken at. */
export const NO_BREAK_SPACE = '\u00a0';

const IN_LESSON = ['lookBack', 'whosWho', 'back', 'close', 'help', 'quit'] as const;

const OUTSIDE = ['back', 'close', 'help', 'quit'] as const;

const TAKEN: Readonly<Record<Scene['kind'], readonly Command[]>> = {
  home: ['help', 'quit'],
  exercise: ['help', 'quit'],
  reading: IN_LESSON,
  check: ['lookBack', 'whosWho', 'hint', 'back', 'close', 'help', 'quit'],
  certainty: [...CERTAINTIES, 'back', 'close', 'help', 'quit'],
  verdict: ['more', ...IN_LESSON],
  'answer-pending': IN_LESSON,
  summary: IN_LESSON,
  'quiz-end': OUTSIDE,
  settings: OUTSIDE,
  'learner-report': OUTSIDE,
  map: OUTSIDE,
  cell: OUTSIDE,
};

/** The command that was typed, by its letter or its word, if it is one that is taken here. */
export const commandIn = (now: Scene, typed: string): Command | undefined =>
  TAKEN[now.kind].find((command) => {
    const { line }: Binding = BINDINGS[command];
    return line?.word === typed || line?.letter === typed;
  });

/** Whether Enter goes to the next page: where there is nothing to choose. */
export const enterContinues = (now: Scene): boolean => canContinue(now) || now.kind === 'cell';

/** How many entries can be chosen by number. */
export function entriesIn(now: Scene, inLesson: boolean): number {
  if (now.kind === 'check') return now.choices.length;
  if (now.kind === 'certainty') return CERTAINTIES.length;
  return 'menu' in now ? now.menu.length + leaveEntries(now, inLesson) : 0;
}

/** The entries that the line mode puts before a menu's own: "Leave", at the end of a lesson or sitting asked for. */
export const leaveEntries = (now: Scene, inLesson: boolean): number =>
  inLesson && (now.kind === 'summary' || now.kind === 'quiz-end') ? 1 : 0;

/** "1-3 answer, r look back, …:", with hard blanks inside an offer, so that none is torn by a line's end. */
export const promptText = (now: Scene, inLesson: boolean): string =>
  `${offers(now, inLesson)
    .map(({ key, label }) => `${key} ${label}`.replaceAll(' ', NO_BREAK_SPACE))
    .join(', ')}:`;

/** "1-3, r, w, h, b, ?, q" */
export const keysText = (now: Scene, inLesson: boolean): string =>
  offers(now, inLesson)
    .map(({ key }) => key)
    .join(', ');

type Offer = { readonly key: string; readonly label: string };

function offers(now: Scene, inLesson: boolean): Offer[] {
  const commands = TAKEN[now.kind].filter((command) => isNamed(command, now));
  const named = commands.map((command) => ({
    key: BINDINGS[command].line.letter,
    label: BINDINGS[command].label,
  }));
  const entries = entriesIn(now, inLesson);
  const hasFirst = enterContinues(now) || (now.kind !== 'certainty' && entries > 0);
  return hasFirst ? [firstOffer(now, entries), ...named] : named;
}

/** What choosing a number does, where it is not to open something. */
const FIRST: Partial<Readonly<Record<Scene['kind'], string>>> = {
  check: 'answer',
  settings: 'change',
};

function firstOffer(now: Scene, entries: number): Offer {
  if (enterContinues(now)) return { key: 'Enter or 1', label: BINDINGS.next.label };
  return {
    key: entries === 1 ? '1' : `1-${entries}`,
    label: FIRST[now.kind] ?? BINDINGS.enter.label,
  };
}

/** A way home is told by the help, and a closed book says that it is closed only when it is asked for. */
function isNamed(command: Command, now: Scene): boolean {
  if (command === 'close') return false;
  const isShut = 'step' in now && (now.lesson?.closedBook ?? true);
  return !(isShut && (command === 'lookBack' || command === 'whosWho' || command === 'hint'));
}
