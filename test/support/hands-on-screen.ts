import type { Key } from 'ink';
import { memoize } from '../../src/core/memoize.js';
import { highlightOf, scene } from '../../src/core/scene/scene.js';
import type { State } from '../../src/core/state/state.js';
import type { Size } from '../../src/core/window.js';
import { actionFor } from '../../src/ui/keys/keys.js';
import { layOut } from '../../src/ui/layout/fit.js';
import { linesOf, type Page } from '../../src/ui/layout/page.js';
import { textWidth } from '../../src/ui/layout/window.js';
import { pageOf } from '../../src/ui/pages/page.js';
import type { Hands, KeyName } from './hands.js';
import { course } from './kinds-course.js';
import { shownBeside } from './shown-beside.js';

const INK_KEYS: Partial<Record<KeyName, keyof Key>> = {
  up: 'upArrow',
  down: 'downArrow',
  left: 'leftArrow',
  home: 'home',
  enter: 'return',
  escape: 'escape',
};

/** A key as Ink gives it to the program. */
function pressOf(key: KeyName): { readonly input: string; readonly key: Key } {
  const name = INK_KEYS[key];
  return { input: name ? '' : key, key: (name ? { [name]: true } : {}) as unknown as Key };
}

/** Hands on the screen: they read the page of a window and press the program's keys. */
export function handsOnScreen(size: Size): Hands {
  const width = textWidth(size);
  const page = memoize((state: State): Page => pageOf(state, () => course.material, width));
  return {
    choiceAt: (at, { step }, state) => shownBeside(at + 1, textOf(page(state)), step.choices),
    headingAt: (at, { step }, state) => shownBeside(at + 1, textOf(page(state)), step.headings),
    actionFor: (name, state) => {
      const { input, key } = pressOf(name);
      const { overlay, overlayScroll = 0 } = state;
      const view = {
        highlight: highlightOf(state, scene(state)),
        get scroll() {
          const top = page(state).opensAtTop && state.highlight < 0 ? 0 : undefined;
          return overlay ? overlayScroll : (state.scroll ?? top);
        },
      };
      return actionFor(input, key, {
        ...{ state, width },
        // Few keys ask for it.
        get layout() {
          return layOut(page(state), size, view, []);
        },
      });
    },
  };
}

const textOf = ({ before, items, after }: Page): string =>
  [...before, ...items.flatMap(({ lines }) => linesOf(lines)), ...after]
    .map(({ spans }) => spans.map(({ text }) => text).join(''))
    .join('\n');
