import { orderedChoices } from '../../src/core/choice-order.js';
import type { Choice } from '../../src/core/course/course.js';
import { type Scene, scene } from '../../src/core/scene/scene.js';
import type { Action } from '../../src/core/state/action.js';
import type { State } from '../../src/core/state/state.js';

export type SceneOf<K extends Scene['kind']> = Extract<Scene, { kind: K }>;

/** Keys that a guessing learner presses: digits, arrows, `s` (show the answer), `c` (certain). */
export type KeyName = `${1 | 2 | 3 | 4}` | 's' | 'c' | NamedKey;

type NamedKey = 'up' | 'down' | 'left' | 'home' | 'enter' | 'escape';

/** What a learner sees, and what their keys do. Numbers count from 0. */
export type Hands = {
  /** The id of the choice that is shown with a number. */
  readonly choiceAt: (at: number, now: SceneOf<'check'>, state: State) => string;
  /** The id of the heading that is shown with a number. */
  readonly headingAt: (at: number, now: SceneOf<'board'>, state: State) => string;
  readonly actionFor: (key: KeyName, state: State) => Action | undefined;
};

const ACTIONS: Readonly<Record<NamedKey | 's' | 'c', Action>> = {
  up: { type: 'move', by: -1 },
  down: { type: 'move', by: 1 },
  left: { type: 'back' },
  home: { type: 'point', at: 0 },
  enter: { type: 'enter' },
  escape: { type: 'close' },
  s: { type: 'show-answer' },
  c: { type: 'rate', certainty: 'certain' },
};

const isNamed = (key: KeyName): key is keyof typeof ACTIONS => Object.hasOwn(ACTIONS, key);

/** Hands on the core, without a screen. The seed and the course alone give the order of the choices. */
export const handsOnCore = (seed: string): Hands => ({
  choiceAt: (at, { step }) => {
    const shown = orderedChoices(step, seed);
    const inOrder = step.inText ? inTextOrder(shown) : shown;
    return inOrder[at]?.id ?? '';
  },
  headingAt: (at, { step }) => step.headings[at]?.id ?? '',
  actionFor: (key, state) => {
    if (isNamed(key)) return ACTIONS[key];
    const at = Number(key) - 1;
    return { type: scene(state).kind === 'board' ? 'put' : 'point', at };
  },
});

/** Choices in the text, in the order in which their sentences and words follow each other. */
const inTextOrder = (choices: readonly Choice[]): Choice[] =>
  [...choices].sort((a, b) => placeOf(a).localeCompare(placeOf(b)));

const placeOf = ({ span }: Choice): string =>
  span ? `${span.sentence} ${String(span.from).padStart(4, '0')}` : '';
