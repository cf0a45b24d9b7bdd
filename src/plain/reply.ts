import { CERTAINTIES, type Certainty } from '../core/memory/certainty.js';
import { closedBookText } from '../core/messages/lesson.js';
import { hintText } from '../core/messages/verdict.js';
import { type Scene, scene } from '../core/scene/scene.js';
import type { Action } from '../core/state/action.js';
import { lookUpsFor, type State } from '../core/state/state.js';
import { plainText } from '../core/text/sanitize.js';
import { verdictView } from '../core/views/verdict.js';
import type { Block } from './block.js';
import type { PlainContext } from './context.js';
import { lookUpBlocks } from './pages/overlays.js';
import { pageBlocks } from './pages/page.js';
import { moreBlocks, verdictBlocks } from './pages/verdict.js';
import {
  type Command,
  commandIn,
  enterContinues,
  entriesIn,
  keysText,
  leaveEntries,
} from './prompt.js';

/** How much of an unknown answer is said back, in characters. */
const SAID_BACK = 30;

/** Does what a line asks for, and gives what is to be said. Numbers must be exact: "1x" and "01" are nothing. */
export function reply(line: string, context: PlainContext): Block[] {
  const now = scene(context.store.state());
  const typed = line.trim().toLowerCase();
  if (enterContinues(now) && (typed === '' || typed === '1'))
    return act({ type: now.kind === 'cell' ? 'close' : 'next' }, context);
  const number = /^[1-9][0-9]*$/.test(typed) ? Number(typed) : 0;
  if (number >= 1 && number <= entriesIn(now, context.inLesson))
    return choose(number, now, context);
  const command = commandIn(now, typed);
  return command ? follow(command, now, context) : [[unknownText(line, now, context)]];
}

function unknownText(line: string, now: Scene, { inLesson }: PlainContext): string {
  const typed = [...plainText(line).trim()];
  const keys = keysText(now, inLesson);
  if (typed.length === 0) return `Type one of these: ${keys}`;
  const said = typed.slice(0, SAID_BACK).join('') + (typed.length > SAID_BACK ? '…' : '');
  return `“${said}” is not one of these: ${keys}`;
}

/** Takes an action that leads to another page or lays something over this one. */
function act(action: Action, context: PlainContext): Block[] {
  context.store.dispatch(action);
  const state = context.store.state();
  if (state.hasQuit) return [];
  if (action.type === 'look' && !state.overlay) return [[closedBookText(state.route)]];
  return state.overlay === undefined ? pageBlocks(context) : lookUp(state.overlay, context);
}

/** Nothing stays laid over in lines. What has to be chosen from is said again, since it is far up by now. */
function lookUp(at: NonNullable<State['overlay']>, context: PlainContext): Block[] {
  const blocks = lookUpBlocks(at, context);
  context.store.dispatch({ type: 'close' });
  return enterContinues(scene(context.store.state()))
    ? blocks
    : [...blocks, ...pageBlocks(context)];
}

/** `number` is that of an entry that is there. */
function choose(number: number, now: Scene, context: PlainContext): Block[] {
  const at = number - 1 - leaveEntries(now, context.inLesson);
  if (at < 0) return act({ type: 'quit' }, context);
  if (now.kind === 'certainty') return sure(CERTAINTIES[at] ?? 'guess', context);
  const before = context.store.state().progress.exercise?.handedIn;
  context.store.dispatch({ type: 'point', at });
  // The time may be over by now: then it is not what was chosen from.
  const { progress } = context.store.state();
  if (progress.exercise?.handedIn !== before) return pageBlocks(context);
  return now.kind === 'check' ? answer(context) : act({ type: 'enter' }, context);
}

/** The question has just been read: its verdict does not repeat it. */
const answer = (context: PlainContext): Block[] => verdictOf({ type: 'enter' }, context);

const sure = (certainty: Certainty, context: PlainContext): Block[] =>
  verdictOf({ type: 'rate', certainty }, context);

function verdictOf(action: Action, context: PlainContext): Block[] {
  context.store.dispatch(action);
  const now = scene(context.store.state());
  return now.kind === 'verdict'
    ? verdictBlocks(verdictView(now, context.store.state(), context.material()))
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
      return act({ type: 'close' }, context);
    case 'guess':
    case 'fairly':
    case 'certain':
      return sure(command, context);
    case 'back':
    case 'quit':
      return act({ type: command }, context);
    case 'hint':
      return hint(now, context);
    case 'more':
      return more(now, context);
  }
}

/** A hint that was refused is not among what was looked up. */
function hint(now: Scene, { store, material }: PlainContext): Block[] {
  if (now.kind !== 'check') return [];
  store.dispatch({ type: 'hint' });
  const isGiven = lookUpsFor(store.state(), now.step.id).includes('hint');
  return [
    [isGiven ? `Hint: ${hintText(now.step, material())}` : closedBookText(store.state().route)],
  ];
}

/** On a screen the same key shows less again; what was said in lines stays said. */
function more(now: Scene, { store, material }: PlainContext): Block[] {
  if (now.kind !== 'verdict') return [];
  const { route } = store.state();
  if ('more' in route && !route.more) store.dispatch({ type: 'more' });
  return moreBlocks(verdictView(now, store.state(), material()).more);
}
