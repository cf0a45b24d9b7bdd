import type { Key } from 'ink';
import { CERTAINTIES, type Certainty } from '../../core/memory/certainty.js';
import { BINDINGS, type BindingName } from '../../core/messages/bindings.js';
import { nextWrongRow } from '../../core/scene/board.js';
import { canContinue, highlightOf, type Scene, scene } from '../../core/scene/scene.js';
import type { Action } from '../../core/state/action.js';
import { hasProblems, type State } from '../../core/state/state.js';
import type { Layout } from '../layout/fit.js';
import { fieldKey } from './field-keys.js';
import { isGrid, sideways, upOrDown } from './map-navigation.js';

/** What a key's action depends on. Paging needs the layout. */
export type KeyContext = {
  readonly state: State;
  readonly layout: Layout;
  /** Columns for text. */
  readonly width: number;
};

/** The action of a key. Undefined if the key does nothing here. */
export function actionFor(input: string, key: Key, context: KeyContext): Action | undefined {
  if (hasField(context.state)) return fieldKey(input, key);
  if (key.ctrl || key.meta) return undefined;
  return specialKey(key, context) ?? letterKey(input, context);
}

/** Whether the page takes text. */
export const hasField = (state: State): boolean =>
  scene(state).kind === 'field' && !state.overlay && !hasProblems(state);

function specialKey(key: Key, context: KeyContext): Action | undefined {
  const mapAction = mapKey(key, context);
  if (mapAction) return mapAction;
  if (key.upArrow) return up(context);
  if (key.downArrow) return down(context);
  if (key.leftArrow || key.backspace || key.delete) return { type: 'back' };
  if (key.return)
    return isList(context)
      ? choose(context)
      : pageOn(context, nextWrong(context) ?? enter(context));
  if (key.escape) return { type: 'close' };
  if (key.pageDown) return page(context, 1);
  if (key.pageUp) return page(context, -1);
  if (key.home) return isList(context) ? { type: 'point', at: 0 } : { type: 'scroll', to: 0 };
  if (key.end) return isList(context) ? { type: 'point-last' } : scrollTo(context, Infinity);
  return undefined;
}

/** On the map's grid the arrows move in four directions. */
function mapKey(key: Key, { state, width }: KeyContext): Action | undefined {
  const now = scene(state);
  if (now.kind !== 'map' || state.overlay || !isGrid(width)) return undefined;
  const { highlight } = state;
  if (key.upArrow) return { type: 'point', at: upOrDown(now.map, highlight, -1) };
  if (key.downArrow) return { type: 'point', at: upOrDown(now.map, highlight, 1) };
  if (key.leftArrow) return { type: 'point', at: sideways(now.map, highlight, -1) };
  if (key.rightArrow) return { type: 'point', at: sideways(now.map, highlight, 1) };
  return key.return ? { type: 'enter' } : undefined;
}

const enter = ({ layout }: KeyContext): Action => ({
  type: 'enter',
  ...(layout.showsPassage && { passageInSight: true }),
});

/** Scrolls a highlighted entry into view first, so that nobody chooses it unseen. */
function choose(context: KeyContext): Action {
  if (isBelow(context)) return page(context, 1);
  return context.layout.showsHighlight || highlightIn(context) < 0
    ? enter(context)
    : { type: 'point', at: highlightIn(context) };
}

/** Whether the menu is below a page that opened at its top. Keys then scroll until the menu is in view. */
const isBelow = (context: KeyContext): boolean =>
  context.state.highlight < 0 && context.layout.isHighlightBelow;

const highlightIn = ({ state }: KeyContext): number => highlightOf(state, scene(state));

const ACTIONS = {
  lookBack: { type: 'look', at: 'passages' },
  whosWho: { type: 'look', at: 'sources' },
  help: { type: 'look', at: 'help' },
  hint: { type: 'hint' },
  showAnswer: { type: 'show-answer' },
  more: { type: 'more' },
  alone: { type: 'go-alone' },
  quit: { type: 'quit' },
} as const satisfies Partial<Record<BindingName, Action>>;

const LETTERS: ReadonlyMap<string, Action> = new Map(
  Object.entries(ACTIONS).map(([name, action]) => [
    BINDINGS[name as keyof typeof ACTIONS].keys,
    action,
  ]),
);

function letterKey(input: string, context: KeyContext): Action | undefined {
  if (input === 'k' || input === 'j') return upOrDownLetter(input, context);
  if (input === ' ')
    return isList(context)
      ? page(context, 1)
      : pageOn(context, nextWrong(context) ?? onward(context));
  if (input === BINDINGS.inspect.keys && context.state.preview)
    return { type: 'look', at: 'inspect' };
  const certainty = certaintyFor(input, context.state);
  if (certainty) return { type: 'rate', certainty };
  if (/^[1-9]$/.test(input)) return pointAt(Number(input), context.state);
  return LETTERS.get(input);
}

/** Letters of a pasted line or a typed command never choose first: its Enter would answer. Enter then says what to do. */
function upOrDownLetter(letter: 'j' | 'k', context: KeyContext): Action {
  if (isList(context) && highlightIn(context) < 0) return { type: 'enter' };
  return letter === 'k' ? up(context) : down(context);
}

/** What the space bar does at the end of a page. */
const onward = (context: KeyContext): Action =>
  scene(context.state).kind === 'second-look' ? enter(context) : { type: 'next' };

function certaintyFor(input: string, state: State): Certainty | undefined {
  if (state.overlay || scene(state).kind !== 'certainty') return undefined;
  return CERTAINTIES.find((certainty) => BINDINGS[certainty].keys === input);
}

const SCROLLED: readonly Scene['kind'][] = ['second-look', 'learner-report', 'cell'];

/** Whether up and down move a highlight. On other pages they scroll. */
function isList({ state }: KeyContext): boolean {
  const now = scene(state);
  if (state.overlay || hasProblems(state)) return false;
  return !canContinue(now) && !SCROLLED.includes(now.kind);
}

/** From the verdict on a sort board nobody goes on before they have seen why each ✗ is wrong. */
function nextWrong({ state }: KeyContext): Action | undefined {
  const now = scene(state);
  if (now.kind !== 'board-verdict' || state.overlay || hasProblems(state)) return undefined;
  const at = nextWrongRow(now, highlightOf(state, now), state.explained);
  return at === undefined ? undefined : { type: 'point', at };
}

/** The verdict on a sort board explains the highlighted row. */
const movesHighlight = (context: KeyContext): boolean =>
  isList(context) || (!context.state.overlay && scene(context.state).kind === 'board-verdict');

const up = (context: KeyContext): Action =>
  movesHighlight(context) && !isBelow(context)
    ? { type: 'move', by: -1 }
    : scrollTo(context, context.layout.offset - 1);

const down = (context: KeyContext): Action =>
  movesHighlight(context) && !isBelow(context)
    ? { type: 'move', by: 1 }
    : scrollTo(context, context.layout.offset + 1);

const scrollTo = ({ layout }: KeyContext, to: number): Action => ({
  type: 'scroll',
  to: Math.max(0, Math.min(to, layout.lastOffset)),
});

/** Scrolls by a page less one row, so that readers find their place. */
const page = (context: KeyContext, by: 1 | -1): Action =>
  scrollTo(context, context.layout.offset + by * Math.max(1, context.layout.bodyHeight - 1));

/** Takes the action only at the end of the page, so that learners skip nothing unread. Pages down until then. */
const pageOn = (context: KeyContext, action: Action): Action =>
  context.layout.offset < context.layout.lastOffset ? page(context, 1) : action;

/** On a sort board a digit is a heading's number, elsewhere an entry's. */
function pointAt(digit: number, state: State): Action {
  return { type: scene(state).kind === 'board' ? 'put' : 'point', at: digit - 1 };
}
