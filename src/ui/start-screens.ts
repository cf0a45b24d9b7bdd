import type { Screens } from './run-screens.js';
import { takeOverTerminal } from './terminal/take-over.js';
import type { LeaveReason } from './terminal/terminal.js';

/** Shows the session until the learner leaves it. */
export async function startScreens(screens: Screens): Promise<LeaveReason> {
  const { store } = screens;
  let unsubscribe = (): void => {};
  try {
    return await takeOverTerminal(screens, async (keys, quit) => {
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
