import { CERTAINTIES, type Certainty } from '../core/memory/certainty.js';
import { closedBookText } from '../core/messages/notices.js';
import { hintText } from '../core/messages/verdict.js';
import { type Scene, scene } from '../core/scene/scene.js';
import type { Action } from '../core/state/action.js';
import { lookUpsFor, type State } from '../core/state/state.js';
import { plainText } from '../core/text/sanitize.js';
import type { Block } from './block.js';
import type { Talk } from './context.js';
import { lookUpBlocks } from './pages/overlays.js';
import { pageBlocks } from './pages/page.js';
import { moreBlocks, verdictBlocks } from './pages/verdict.js';
import { type Command, commandIn, entriesIn, goesOn, keysText, leaveEntries } from './prompt.js';

/** How much of an unknown answer is said back, in characters. */
const SAID_BACK = 30;

/** Does what a line asks for, and gives what is to be said. Numbers must be exact: "1x" and "01" are nothing. */
export function reply(line: string, talk: Talk): Block[] {
  const now = scene(talk.store.state());
  const typed = line.trim().toLowerCase();
  if (goesOn(now) && (typed === '' || typed === '1'))
    return act({ type: now.kind === 'cell' ? 'close' : 'on' }, talk);
  const number = /^[1-9][0-9]*$/.test(typed) ? Number(typed) : 0;
  if (number >= 1 && number <= entriesIn(now, talk.inLesson)) return choose(number, now, talk);
  const command = commandIn(now, typed);
  return command ? follow(command, now, talk) : [[unknownText(line, now, talk)]];
}

function unknownText(line: string, now: Scene, { inLesson }: Talk): string {
  const typed = [...plainText(line).trim()];
  const keys = keysText(now, inLesson);
  if (typed.length === 0) return `Type one of these: ${keys}`;
  const said = typed.slice(0, SAID_BACK).join('') + (typed.length > SAID_BACK ? '…' : '');
  return `“${said}” is not one of these: ${keys}`;
}

/** Takes an action that leads to another page or lays something over this one. */
function act(action: Action, talk: Talk): Block[] {
  talk.store.dispatch(action);
  const state = talk.store.state();
  if (state.hasQuit) return [];
  if (action.type === 'look' && !state.overlay) return [[closedBookText(state.route)]];
  return state.overlay === undefined ? pageBlocks(talk) : lookUp(state.overlay, talk);
}

/** Nothing stays laid over in lines. What has to be chosen from is said again, since it is far up by now. */
function lookUp(at: NonNullable<State['overlay']>, talk: Talk): Block[] {
  const blocks = lookUpBlocks(at, talk);
  talk.store.dispatch({ type: 'close' });
  return goesOn(scene(talk.store.state())) ? blocks : [...blocks, ...pageBlocks(talk)];
}

/** `number` is that of an entry that is there. */
function choose(number: number, now: Scene, talk: Talk): Block[] {
  const at = number - 1 - leaveEntries(now, talk.inLesson);
  if (at < 0) return act({ type: 'quit' }, talk);
  if (now.kind === 'certainty') return sure(CERTAINTIES[at] ?? 'guess', talk);
  const before = talk.store.state().progress.exercise?.handedIn;
  talk.store.dispatch({ type: 'point', at });
  // The time may be over by now: then it is not what was chosen from.
  const { progress } = talk.store.state();
  if (progress.exercise?.handedIn !== before) return pageBlocks(talk);
  return now.kind === 'check' ? answer(talk) : act({ type: 'enter' }, talk);
}

/** The question has just been read: its verdict does not repeat it. */
const answer = (talk: Talk): Block[] => verdictOf({ type: 'enter' }, talk);

const sure = (certainty: Certainty, talk: Talk): Block[] =>
  verdictOf({ type: 'rate', certainty }, talk);

function verdictOf(action: Action, talk: Talk): Block[] {
  talk.store.dispatch(action);
  const now = scene(talk.store.state());
  return now.kind === 'verdict' ? verdictBlocks(now, talk.record()) : pageBlocks(talk);
}

function follow(command: Command, now: Scene, talk: Talk): Block[] {
  switch (command) {
    case 'look':
      return act({ type: 'look', at: 'passages' }, talk);
    case 'who':
      return act({ type: 'look', at: 'sources' }, talk);
    case 'help':
      return act({ type: 'look', at: 'help' }, talk);
    case 'home':
      return act({ type: 'close' }, talk);
    case 'guess':
    case 'fairly':
    case 'certain':
      return sure(command, talk);
    case 'back':
    case 'quit':
      return act({ type: command }, talk);
    case 'hint':
      return hint(now, talk);
    case 'more':
      return more(now, talk);
  }
}

/** A hint that was refused is not among what was looked up. */
function hint(now: Scene, { store, record }: Talk): Block[] {
  if (now.kind !== 'check') return [];
  store.dispatch({ type: 'hint' });
  const isGiven = lookUpsFor(store.state(), now.step.id).includes('hint');
  return [
    [isGiven ? `Hint: ${hintText(now.step, record())}` : closedBookText(store.state().route)],
  ];
}

/** On a screen the same key shows less again; what was said in lines stays said. */
function more(now: Scene, { store, record }: Talk): Block[] {
  if (now.kind !== 'verdict') return [];
  const { route } = store.state();
  if ('more' in route && !route.more) store.dispatch({ type: 'more' });
  return moreBlocks(now, store.state(), record());
}
