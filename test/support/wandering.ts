import type { Key } from 'ink';
import type { CourseMaterial } from '../../src/core/course/ledger.js';
import { highlightOf, scene } from '../../src/core/scene/scene.js';
import type { SessionStore } from '../../src/core/session/session-store.js';
import type { State } from '../../src/core/state/state.js';
import type { Size } from '../../src/core/window.js';
import { actionFor } from '../../src/ui/keys/keys.js';
import { layOut } from '../../src/ui/layout/fit.js';
import type { Page } from '../../src/ui/layout/page.js';
import { textWidth } from '../../src/ui/layout/window.js';
import { pageOf } from '../../src/ui/pages/page.js';

/** Where a wandering learner is: the state, and the page that shows it. */
export type Place = { readonly state: State; readonly page: Page; readonly width: number };

export type Wandering = {
  /** Begins a session that goes on with the log of the one before. */
  readonly begin: () => SessionStore;
  readonly material: () => CourseMaterial;
  readonly size: Size;
  readonly keys: number;
};

const NAMED: Readonly<Record<string, keyof Key>> = {
  up: 'upArrow',
  down: 'downArrow',
  left: 'leftArrow',
  enter: 'return',
  esc: 'escape',
  pageDown: 'pageDown',
  end: 'end',
};

const times = (count: number, ...keys: readonly string[]): string[] =>
  Array.from({ length: count }, () => keys).flat();

/** Keys that lead on are more frequent, so that the learner gets far. */
const KEYS = [
  ...times(20, 'enter'),
  ...times(12, ' '),
  ...times(5, '1', '2', '3', '4', 'down'),
  ...times(2, 'up', 'end', 's', 'c', 'esc'),
  ...['left', 'pageDown', 'm', 'h', 'g', 'f', '?', 'r', 'w', 'i', 'q'],
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Presses the program's keys at random, the same ones each time in a window, and calls `at` on every page. */
export function wander(
  { begin, material, size, keys }: Wandering,
  at: (place: Place) => void,
): void {
  const next = numbersFrom(size.columns);
  const width = textWidth(size);
  let store = begin();
  for (let i = 0; i < keys; i++) {
    const state = store.state();
    const page = pageOf(state, material, width);
    at({ state, page, width });
    const now = scene(state);
    // A menu is long, and its last entries are as interesting as the first.
    if ('menu' in now && !state.overlay && next() < 0.4) {
      store.dispatch({ type: 'point', at: Math.floor(next() * now.menu.length) });
      store.dispatch({ type: 'enter' });
      if (store.state().hasQuit) store = begin();
      continue;
    }
    const name = KEYS[Math.floor(next() * KEYS.length)] ?? '';
    const action = actionFor(NAMED[name] ? '' : name, keyOf(name), {
      ...{ state, width },
      get layout() {
        const { scroll, overlay, overlayScroll = 0 } = state;
        const highlight = highlightOf(state, scene(state));
        const view = { highlight, scroll: overlay ? overlayScroll : scroll };
        return layOut(page, size, view, []);
      },
    });
    if (action) store.dispatch(action);
    if (store.state().hasQuit) store = begin();
  }
}

const keyOf = (name: string): Key => (NAMED[name] ? { [NAMED[name]]: true } : {}) as unknown as Key;
