import type { Screens } from './run-screens.js';
import { onTerminal } from './terminal/take-over.js';
import type { Left } from './terminal/terminal.js';

/** Shows the session until it is left. */
export async function startScreens(screens: Screens): Promise<Left> {
  const { store } = screens;
  let unsubscribe = (): void => {};
  try {
    return await onTerminal(screens, async (keys, quit) => {
      unsubscribe = store.subscribe(() => {
        if (store.state().hasQuit) quit();
      });
      const { showScreens } = await import('./run-screens.js');
      return showScreens(screens, keys);
    });
  } finally {
    unsubscribe();
  }
}
