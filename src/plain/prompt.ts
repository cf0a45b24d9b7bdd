import { CERTAINTIES, type Certainty } from '../core/memory/certainty.js';
import { CERTAINTY_KEYS } from '../core/messages/review.js';
import type { Scene } from '../core/scene/scene.js';

/** What can be typed besides numbers. */
export type Command =
  | Certainty
  | 'look'
  | 'who'
  | 'hint'
  | 'more'
  | 'back'
  | 'home'
  | 'help'
  | 'quit';

const KEYS: Readonly<Record<Command, { readonly key: string; readonly does: string }>> = {
  ...CERTAINTY_KEYS,
  look: { key: 'r', does: 'look back' },
  who: { key: 'w', does: 'who’s who' },
  hint: { key: 'h', does: 'hint' },
  more: { key: 'm', does: 'more' },
  back: { key: 'b', does: 'back' },
  home: { key: 'home', does: 'home' },
  help: { key: '?', does: 'help' },
  quit: { key: 'q', does: 'quit' },
};

/** A blank that no line is broken at. */
export const NO_BREAK_SPACE = '\u00a0';

const IN_LESSON = ['look', 'who', 'back', 'home', 'help', 'quit'] as const;

const OUTSIDE = ['back', 'home', 'help', 'quit'] as const;

const TAKEN: Readonly<Record<Scene['kind'], readonly Command[]>> = {
  home: ['help', 'quit'],
  exercise: ['help', 'quit'],
  reading: IN_LESSON,
  check: ['look', 'who', 'hint', 'back', 'home', 'help', 'quit'],
  certainty: [...CERTAINTIES, 'back', 'home', 'help', 'quit'],
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
  TAKEN[now.kind].find((command) => command === typed || KEYS[command].key === typed);

/** Whether Enter goes on: where there is nothing to choose. */
export const goesOn = ({ kind }: Scene): boolean =>
  kind === 'reading' || kind === 'verdict' || kind === 'answer-pending' || kind === 'cell';

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
    .map(({ key, does }) => `${key} ${does}`.replaceAll(' ', NO_BREAK_SPACE))
    .join(', ')}:`;

/** "1-3, r, w, h, b, ?, q" */
export const keysText = (now: Scene, inLesson: boolean): string =>
  offers(now, inLesson)
    .map(({ key }) => key)
    .join(', ');

type Offer = { readonly key: string; readonly does: string };

function offers(now: Scene, inLesson: boolean): Offer[] {
  const commands = TAKEN[now.kind].filter((command) => isNamed(command, now));
  const named = commands.map((command) => KEYS[command]);
  const entries = entriesIn(now, inLesson);
  const hasFirst = goesOn(now) || (now.kind !== 'certainty' && entries > 0);
  return hasFirst ? [firstOffer(now, entries), ...named] : named;
}

/** What choosing a number does, where it is not to open something. */
const FIRST: Partial<Readonly<Record<Scene['kind'], string>>> = {
  check: 'answer',
  settings: 'change',
};

function firstOffer(now: Scene, entries: number): Offer {
  if (goesOn(now)) return { key: 'Enter or 1', does: 'go on' };
  return {
    key: entries === 1 ? '1' : `1-${entries}`,
    does: FIRST[now.kind] ?? 'open',
  };
}

/** A way home is told by the help, and a closed book says that it is closed only when it is asked for. */
function isNamed(command: Command, now: Scene): boolean {
  if (command === 'home') return false;
  const isShut = 'step' in now && (now.lesson?.closedBook ?? true);
  return !(isShut && (command === 'look' || command === 'who' || command === 'hint'));
}
