import type { Problem } from '../course/problem.js';
import { scene } from '../scene/scene.js';
import type { Action } from '../state/action.js';
import { todayIn, type World } from '../state/context.js';
import { close } from '../state/navigate.js';
import { hasMistakes, type State } from '../state/state.js';
import { type Outcome, still } from '../state/transition.js';
import { decide, sure } from './certainty.js';
import { choose } from './choose.js';
import { atTime, handIn, inExercise, writtenTo } from './exercise.js';
import { goBack, goOn, leadsOn, openLesson } from './lesson.js';
import { hint, look } from './look-ups.js';
import { reload } from './reload.js';

/** The one rule of what an action does. The progress in the new state is the old one: see `advance`. */
export function step(before: State, action: Action, world: World): Outcome {
  const now = atTime(before, world.now());
  if (now.minutesLeft === 0) return inExercise(now, world, (doing) => handIn(doing, 'time'));
  if (action.type === 'tick') return still(writtenTo(now, action.file));
  const { notice: _, ...rest } = now;
  const state = { ...rest, today: todayIn(world) };
  if (hasMistakes(state) && !AMID_MISTAKES.includes(action.type)) return still(state);
  switch (action.type) {
    case 'move':
      return still(move(state, action.by));
    case 'point':
      return still(point(state, action.at));
    case 'point-last':
      return still(point(state, entryCount(state) - 1));
    case 'enter':
      return enter(state, world);
    case 'sure':
      return sure(state, action.certainty, world);
    case 'on':
      return goOn(state, world);
    case 'back':
      return goBack(state, world);
    case 'look':
      return still(look(state, action.at));
    case 'hint':
      return still(hint(state));
    case 'more':
      return still(showMore(state));
    case 'scroll':
      return still(scrollTo(state, action.to));
    case 'close':
      return still(close(state));
    case 'quit':
      return still({ ...state, left: true });
    case 'reload':
      return takeCourse(state, action, world);
    case 'mistakes':
      return still(showMistakes(state, action.problems));
  }
}

/** What can be done while they do: the screen behind them is of a course that is no more. */
const AMID_MISTAKES: readonly Action['type'][] = ['scroll', 'quit', 'reload', 'mistakes'];

function takeCourse(
  state: State,
  { course, open }: Extract<Action, { type: 'reload' }>,
  world: World,
): Outcome {
  const reloaded = reload(state, course, world);
  return open === undefined ? reloaded : openLesson(reloaded.state, open, world);
}

/** Those before may be mended from the top down: what is shown of them stays where it is. */
const showMistakes = (state: State, problems: readonly Problem[]): State => ({
  ...state,
  preview: { problems, scroll: state.preview?.scroll ?? 0 },
});

function scrollTo(state: State, to: number): State {
  if (state.preview && hasMistakes(state))
    return { ...state, preview: { ...state.preview, scroll: to } };
  return state.overlay ? { ...state, overlayScroll: to } : { ...state, scroll: to };
}

function entryCount(state: State): number {
  const now = scene(state);
  if (state.overlay) return 0;
  if (now.kind === 'check' || now.kind === 'sure') return now.choices.length;
  return 'menu' in now ? now.menu.length : 0;
}

function move(state: State, by: number): State {
  const count = entryCount(state);
  return count === 0 ? state : point(state, (state.highlight + by + count) % count);
}

/** Another choice instead of the one that waits for how sure it is. */
function point(state: State, at: number): State {
  if (at < 0 || at >= entryCount(state)) return state;
  const { scroll: _s, waiting: _w, ...rest } = state;
  return { ...rest, highlight: at };
}

function enter(state: State, world: World): Outcome {
  if (state.overlay) return still(state);
  const now = scene(state);
  if (now.kind === 'check') return decide(state, now, world);
  if (leadsOn(now)) return goOn(state, world);
  const entry = 'menu' in now ? now.menu[state.highlight] : undefined;
  return entry ? choose(state, entry, world) : still(state);
}

function showMore(state: State): State {
  const { scroll: _, route, ...rest } = state;
  if (state.overlay || scene(state).kind !== 'verdict' || !('more' in route)) return state;
  return { ...rest, route: { ...route, more: !route.more } };
}
