import { scene } from '../core/scene/scene.js';
import { App } from './app.js';
import { meetMistakes } from './drop-keys-on-problems.js';
import type { Screens } from './start-screens.js';
import { draw } from './terminal/draw.js';
import type { KeyStream } from './terminal/key-stream.js';
import type { Shown } from './terminal/terminal.js';

/** Draws the session on the terminal's alternate screen until it is told to leave. */
export function showScreens({ store, record, marks, stdout }: Screens, keys: KeyStream): Shown {
  const typedAhead = {
    drop: () => keys.dropTypedAhead(),
    dropEnters: () => keys.dropEnters(),
  };
  if (scene(store.state()).kind === 'check') keys.dropEnters();
  const endMeeting = meetMistakes(store, typedAhead.drop);
  const app = <App store={store} record={record} marks={marks} typedAhead={typedAhead} />;
  const shown = draw(app, stdout, keys);
  return {
    ...shown,
    leave: () => {
      endMeeting();
      return shown.leave();
    },
  };
}
