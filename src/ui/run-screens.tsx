import type { CourseMaterial } from '../core/course/ledger.js';
import { scene } from '../core/scene/scene.js';
import type { SessionStore } from '../core/session/session-store.js';
import { App, isAsking } from './app.js';
import { dropKeysOnProblems } from './drop-keys-on-problems.js';
import { draw } from './terminal/draw.js';
import type { KeyStream } from './terminal/key-stream.js';
import type { Drawing, Terminal } from './terminal/terminal.js';

export type Screens = Terminal & {
  readonly store: SessionStore;
  readonly material: () => CourseMaterial;
};

/** Draws the session on the terminal's alternate screen until `leave` is called. */
export function showScreens(
  { store, material, glyphs, ...terminal }: Screens,
  keys: KeyStream,
): Drawing {
  const typedAhead = { drop: () => keys.dropTypedAhead() };
  if (isAsking(scene(store.state()))) typedAhead.drop();
  const endMeeting = dropKeysOnProblems(store, typedAhead.drop);
  const app = <App store={store} material={material} glyphs={glyphs} typedAhead={typedAhead} />;
  const shown = draw(app, terminal, keys);
  return {
    ...shown,
    leave: () => {
      endMeeting();
      return shown.leave();
    },
  };
}
