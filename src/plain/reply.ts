import { CERTAINTIES, type Certainty } from '../core/memory/certainty.js';
import { BINDINGS } from '../core/messages/bindings.js';
import { closedBookText, toGoText } from '../core/messages/lesson.js';
import { type Scene, scene } from '../core/scene/scene.js';
import type { Action } from '../core/state/action.js';
import { canGoAlone, ledBy } from '../core/state/live.js';
import { hintsFor, type State } from '../core/state/state.js';
import { plainText } from '../core/text/sanitize.js';
import { boardHints } from '../core/views/board.js';
import { hintsShown } from '../core/views/hints.js';
import { verdictView } from '../core/views/verdict.js';
import type { Block } from './block.js';
import { replyOnBoard } from './board-reply.js';
import type { PlainContext } from './context.js';
import { CUT_TEXT, isCut } from './line-input.js';
import { boardMoreBlocks } from './pages/board.js';
import { lookUpBlocks } from './pages/overlays.js';
import { pageBlocks } from './pages/page.js';
import { secondLookBlocks } from './pages/question.js';
import { moreBlocks, verdictBlocks } from './pages/verdict.js';
import {
  type Command,
  commandIn,
  enterContinues,
  entriesIn,
  keysText,
  leaveNumber,
} from './prompt.js';

const HINT_LEAD = 'Hint  ';

/** The most characters of unknown input to repeat. */
const LONGEST_ECHO = 30;

/**
 * Does what a typed line asks. Numbers must be exact: not "1x" or "01".
 * @returns the blocks to print; undefined if the line means nothing on this page
 */
export function reply(line: string, context: PlainContext): Block[] | undefined {
  const now = scene(context.store.state());
  if (now.kind === 'field') return takeText(line, now, context);
  const typed = line.trim().toLowerCase();
  if (enterContinues(now) && (typed === '' || typed === '1')) return act(onward(now), context);
  const number = /^[1-9][0-9]*$/.test(typed) ? Number(typed) : 0;
  const onBoard = now.kind === 'board' ? replyOnBoard(typed, number, now, context) : undefined;
  if (onBoard) return onBoard;
  if (number >= 1 && number <= entriesIn(now, context.inLesson))
    return choose(number, now, context);
  if (isAloneWord(typed) && canGoAlone(context.store.state()))
    return act({ type: 'go-alone' }, context);
  const command = commandIn(now, typed);
  return command && follow(command, now, context);
}

const isAloneWord = (typed: string): boolean =>
  typed === BINDINGS.alone.line.letter || typed === BINDINGS.alone.line.word;

/** What Enter does on a page without a choice. */
function onward({ kind }: Scene): Action {
  if (kind === 'cell') return { type: 'close' };
  return { type: kind === 'second-look' ? 'enter' : 'next' };
}

/** A line of text. As a code, `home` and `q` mean what they mean elsewhere. A name can be anything. */
function takeText(
  line: string,
  now: Extract<Scene, { kind: 'field' }>,
  context: PlainContext,
): Block[] | undefined {
  const isCode = now.field.asks === 'code';
  const command = isCode ? commandIn(now, line.trim().toLowerCase()) : undefined;
  if (command) return follow(command, now, context);
  const { dispatch, state } = context.store;
  dispatch({ type: 'erase', all: true });
  dispatch({ type: 'type', text: line });
  dispatch({ type: 'enter' });
  const { route, hasQuit } = state();
  if (hasQuit) return [];
  return route.name === 'field' && route.problem !== undefined ? undefined : pageBlocks(context);
}

/** What to say about a line that means nothing on this page. */
export function unknownText(line: string, context: PlainContext): string {
  const { route } = context.store.state();
  if (route.name === 'field') return route.problem ?? '';
  const keys = keysText(context);
  if (isCut(line)) return `That line is ${CUT_TEXT}. Type one of these: ${keys}`;
  const typed = [...plainText(line).trim()];
  const now = scene(context.store.state());
  const toGo = now.kind === 'board' ? `${toGoText(now.toGo)} ` : '';
  if (typed.length === 0) return `${toGo}Type one of these: ${keys}`;
  const echo = typed.slice(0, LONGEST_ECHO).join('') + (typed.length > LONGEST_ECHO ? '…' : '');
  return `“${echo}” isn't one of these: ${keys}`;
}

/** Takes an action that opens another page or an overlay. */
function act(action: Action, context: PlainContext): Block[] {
  context.store.dispatch(action);
  const state = context.store.state();
  if (state.hasQuit) return [];
  if (action.type === 'look' && !state.overlay) return [[closedBookText(state.route)]];
  return state.overlay === undefined ? pageBlocks(context) : lookUp(state.overlay, context);
}

/** Prints an overlay and closes it. Repeats a page with choices, which the overlay has scrolled far up. */
function lookUp(name: NonNullable<State['overlay']>, context: PlainContext): Block[] {
  const blocks = lookUpBlocks(name, context);
  context.store.dispatch({ type: 'close' });
  return enterContinues(scene(context.store.state()))
    ? blocks
    : [...blocks, ...pageBlocks(context)];
}

/** @param number of an existing entry, from 1 */
function choose(number: number, now: Scene, context: PlainContext): Block[] {
  const leave = leaveNumber(now, context);
  if (number === leave) return act({ type: 'quit' }, context);
  const index = leave === 1 ? number - 2 : number - 1;
  if (now.kind === 'certainty') return rate(CERTAINTIES[index] ?? 'guess', context);
  const before = context.store.state().progress.exercise?.handedIn;
  context.store.dispatch({ type: 'point', at: index });
  // If time ran out, the list on the page is no longer the list that the learner chose from.
  const { progress } = context.store.state();
  if (progress.exercise?.handedIn !== before) return pageBlocks(context);
  return now.kind === 'check' ? answer(context) : act({ type: 'enter' }, context);
}

const answer = (context: PlainContext): Block[] => verdictOf({ type: 'enter' }, context);

const rate = (certainty: Certainty, context: PlainContext): Block[] =>
  verdictOf({ type: 'rate', certainty }, context);

function verdictOf(action: Action, context: PlainContext): Block[] {
  context.store.dispatch(action);
  const state = context.store.state();
  // The room says whether it has the answer.
  if (ledBy(state)) return [];
  const now = scene(state);
  if (now.kind === 'second-look') return secondLookBlocks(now);
  return now.kind === 'verdict'
    ? verdictBlocks(verdictView(now, state, context.material()))
    : pageBlocks(context);
}

function follow(command: Command, now: Scene, context: PlainContext): Block[] {
  switch (command) {
    case 'lookBack':
      return act({ type: 'look', at: 'passages' }, context);
    case 'whosWho':
      return act({ type: 'look', at: 'sources' }, context);
    case 'help':
      return act({ type: 'look', at: 'help' }, context);
    case 'close':
      return home(context);
    case 'guess':
    case 'fairly':
    case 'certain':
      return rate(command, context);
    case 'back':
    case 'quit':
      return act({ type: command }, context);
    case 'showAnswer':
      return verdictOf({ type: 'show-answer' }, context);
    case 'hint':
      return hint(now, context);
    case 'more':
      return more(now, context);
  }
}

/** Esc goes back a page at a time from what home opened. The word `home` goes all the way. */
function home(context: PlainContext): Block[] {
  const { store } = context;
  store.dispatch({ type: 'close' });
  while ('from' in store.state().route) store.dispatch({ type: 'close' });
  return pageBlocks(context);
}

/** The store shows no hint in a closed book. */
function hint(now: Scene, { store, material }: PlainContext): Block[] {
  if (now.kind !== 'check' && now.kind !== 'board') return [];
  store.dispatch({ type: 'hint' });
  if (hintsFor(store.state(), now.step.id) === 0) return [[closedBookText(store.state().route)]];
  const texts =
    now.kind === 'board'
      ? boardHints(store.state(), now, material())
      : hintsShown(store.state(), now.step, material());
  return [
    texts.map((text, i) => ({ lead: i === 0 ? HINT_LEAD : ' '.repeat(HINT_LEAD.length), text })),
  ];
}

/** Unlike the screens, line mode never turns `more` off again. */
function more(now: Scene, { store, material }: PlainContext): Block[] {
  if (now.kind === 'board-verdict') return boardMoreBlocks(now, material());
  if (now.kind !== 'verdict') return [];
  const { route } = store.state();
  if ('more' in route && !route.more) store.dispatch({ type: 'more' });
  return moreBlocks(verdictView(now, store.state(), material()).more);
}
