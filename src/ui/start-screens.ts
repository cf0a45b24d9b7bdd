import type { CourseRecord } from '../core/course/ledger.js';
import type { SessionStore } from '../core/session/store.js';
import { onTerminal } from './terminal/take-over.js';
import type { Left, Terminal } from './terminal/terminal.js';

export type Screens = Terminal & {
  readonly store: SessionStore;
  readonly record: () => CourseRecord;
};

/** Shows the session until it is left. */
export async function startScreens(screens: Screens): Promise<Left> {
  const { store } = screens;
  let unsubscribe = (): void => {};
  try {
    return await onTerminal(screens, async (keys, quit) => {
      unsubscribe = store.subscribe(() => {
        if (store.state().left) quit();
      });
      const { showScreens } = await import('./run-screens.js');
      return showScreens(screens, keys);
    });
  } finally {
    unsubscribe();
  }
}
