import { CERTAINTIES, type Certainty } from '../core/memory/certainty.js';
import { BINDINGS, type Binding } from '../core/messages/bindings.js';
import { LINE_ASKS } from '../core/messages/exercise.js';
import { boardLabel, CHOOSE_AGAIN } from '../core/messages/lesson.js';
import type { OpenBoard } from '../core/scene/board.js';
import { isMissed } from '../core/scene/missed.js';
import { canContinue, isClosedBook, type Scene, scene } from '../core/scene/scene.js';
import { canGoAlone, ledBy } from '../core/state/live.js';
import { hasHint } from '../core/views/hints.js';
import type { PlainContext } from './context.js';

/** Commands that a learner can type. */
export type Command =
  | Certainty
  | 'lookBack'
  | 'whosWho'
  | 'hint'
  | 'showAnswer'
  | 'more'
  | 'back'
  | 'close'
  | 'help'
  | 'quit';

export const NO_BREAK_SPACE = '\u00a0';

const IN_LESSON = ['lookBack', 'whosWho', 'back', 'close', 'help', 'quit'] as const;

const IN_QUESTION = [
  'showAnswer',
  'lookBack',
  'whosWho',
  'hint',
  'back',
  'close',
  'help',
  'quit',
] as const;

const OUTSIDE_LESSON = ['back', 'close', 'help', 'quit'] as const;

const COMMANDS: Readonly<Record<Scene['kind'], readonly Command[]>> = {
  home: ['whosWho', 'help', 'quit'],
  exercise: ['help', 'quit'],
  field: ['close', 'quit'],
  reading: IN_LESSON,
  check: IN_QUESTION,
  'second-look': ['showAnswer', ...IN_LESSON],
  board: IN_QUESTION,
  'board-verdict': ['more', ...IN_LESSON],
  'board-pending': IN_LESSON,
  example: IN_LESSON,
  certainty: [...CERTAINTIES, 'back', 'close', 'help', 'quit'],
  verdict: ['more', ...IN_LESSON],
  'answer-pending': IN_LESSON,
  summary: IN_LESSON,
  'quiz-end': OUTSIDE_LESSON,
  lessons: OUTSIDE_LESSON,
  more: OUTSIDE_LESSON,
  settings: OUTSIDE_LESSON,
  'learner-report': OUTSIDE_LESSON,
  'course-end': OUTSIDE_LESSON,
  map: OUTSIDE_LESSON,
  cell: OUTSIDE_LESSON,
};

/** The command with this letter or word, if this page accepts it. */
export const commandIn = (now: Scene, typed: string): Command | undefined =>
  commandsOn(now).find((command) => {
    const { line }: Binding = BINDINGS[command];
    return line?.word === typed || line?.letter === typed;
  });

/** The answer is offered only after a first miss. */
const commandsOn = (now: Scene): readonly Command[] =>
  COMMANDS[now.kind].filter((command) => command !== 'showAnswer' || isMissed(now));

/** Whether Enter goes to the next page, because the page has no choice. */
export const enterContinues = (now: Scene): boolean =>
  canContinue(now) || now.kind === 'cell' || now.kind === 'second-look';

/** The number of entries to choose from. */
export function entriesIn(now: Scene, inLesson: boolean): number {
  if (now.kind === 'check') return now.choices.length;
  if (now.kind === 'certainty') return CERTAINTIES.length;
  if (now.kind === 'board') return (now.toGo === 0 ? now.rows : now.step.headings).length;
  return 'menu' in now ? now.menu.length + leaveEntries(now, inLesson) : 0;
}

/** Entries beside the menu: 1 ("Leave") on the last page of a lesson or quiz that the command named, else 0. */
const leaveEntries = (now: Scene, inLesson: boolean): number =>
  inLesson && (now.kind === 'summary' || now.kind === 'quiz-end') ? 1 : 0;

/** The number of "Leave"; undefined if the page has no such entry. */
export function leaveNumber(now: Scene, { inLesson, isTyped }: PlainContext): number | undefined {
  if (leaveEntries(now, inLesson) === 0) return undefined;
  return isTyped ? entriesIn(now, inLesson) : 1;
}

/** The entries of a last page, and "Leave" if it has that. */
export const withLeave = (
  entries: readonly string[],
  { inLesson, isTyped }: PlainContext,
): readonly string[] => {
  if (!inLesson) return entries;
  return isTyped ? [...entries, LEAVE] : [LEAVE, ...entries];
};

const LEAVE = 'Leave';

/** "1-3 answer, r look back, …:". No-break spaces keep each offer on one line. */
export function promptText(context: PlainContext): string {
  const now = scene(context.store.state());
  if (now.kind === 'field') return `${LINE_ASKS[now.field.asks]}:`;
  return `${offers(context)
    .map(({ key, label }) => `${key} ${label}`.replaceAll(' ', NO_BREAK_SPACE))
    .join(', ')}:`;
}

/** "1-3, r, w, h, b, ?, q" */
export const keysText = (context: PlainContext): string =>
  offers(context)
    .map(({ key }) => key)
    .join(', ');

type Offer = { readonly key: string; readonly label: string };

function offers(context: PlainContext): Offer[] {
  const { store, inLesson } = context;
  const now = scene(store.state());
  const commands = commandsOn(now).filter((command) => isNamed(command, now, context));
  const letters = commands.map((command) => ({
    key: BINDINGS[command].line.letter,
    label: BINDINGS[command].label,
  }));
  const entries = entriesIn(now, inLesson);
  const state = store.state();
  const isLed = ledBy(state) !== undefined;
  const hasFirst = (enterContinues(now) && !isLed) || (now.kind !== 'certainty' && entries > 0);
  const handIn = canAnswerBoard(now, isLed) ? [handInOffer(now.toGo)] : [];
  const alone = canGoAlone(state) ? [ALONE] : [];
  return [...alone, ...handIn, ...(hasFirst ? [firstOffer(now, entries)] : []), ...letters];
}

const ALONE: Offer = { key: BINDINGS.alone.line.letter, label: BINDINGS.alone.label };

const handInOffer = (toGo: number): Offer => ({ key: 'Enter', label: boardLabel(toGo) });

/** In a live room, a board may be answered in part. */
const canAnswerBoard = (now: Scene, isLed: boolean): now is OpenBoard =>
  now.kind === 'board' && (now.toGo === 0 || (isLed && now.toGo < now.rows.length));

/** What a number does on pages where it does not open an entry. */
const NUMBER_LABELS: Partial<Readonly<Record<Scene['kind'], string>>> = {
  check: 'answer',
  settings: 'change',
};

function firstOffer(now: Scene, entries: number): Offer {
  if (enterContinues(now)) {
    const label = now.kind === 'second-look' ? CHOOSE_AGAIN : BINDINGS.next.label;
    return { key: 'Enter or 1', label };
  }
  return {
    key: entries === 1 ? '1' : `1-${entries}`,
    label: numberLabel(now),
  };
}

function numberLabel(now: Scene): string {
  if (now.kind === 'board') return now.toGo === 0 ? 'change' : BINDINGS.put.label;
  return NUMBER_LABELS[now.kind] ?? BINDINGS.enter.label;
}

/** Prompts leave out `home`, which the help explains, look-ups in a closed book, and hints after the last. */
function isNamed(command: Command, now: Scene, { store, material }: PlainContext): boolean {
  if (command === 'close') return false;
  const isHeld = ledBy(store.state()) !== undefined && now.kind !== 'board';
  if (command === 'back' && isHeld) return false;
  const isShut = 'step' in now && isClosedBook(now);
  if (isShut && (command === 'lookBack' || command === 'whosWho' || command === 'hint'))
    return false;
  const isAsked = command === 'hint' && (now.kind === 'check' || now.kind === 'board');
  return !isAsked || hasHint(store.state(), now, material());
}
