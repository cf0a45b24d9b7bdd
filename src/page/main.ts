import { patch } from './dom.js';
import { focusFollower } from './focus.js';
import { onKey } from './keys.js';
import { openPage } from './page.js';
import { screen } from './screens/screen.js';
import { stopInSight } from './state.js';

/** The page of a live room in a browser. It shows what the room's snapshots say, and sends what people press. */

/** Longer than the room is ever silent: it sends something each 15 seconds. */
const LONGEST_SILENCE = 40_000;

/** After this silence, a device that wakes does not trust its connection. */
const SHORT_SILENCE = 16_000;

const main = document.querySelector('main') as HTMLElement;
const followFocus = focusFollower();

const page = openPage((now) => {
  const { state } = now;
  const stop = stopInSight(state);
  const hadFocus = main.contains(document.activeElement);
  patch(main, screen(now));
  if (state.view) document.title = [stop?.label, state.view.title].filter(Boolean).join(' · ');
  followFocus(state, hadFocus && !main.contains(document.activeElement));
});

document.addEventListener('keydown', onKey);
addEventListener('online', () => page.check(0));
addEventListener('pageshow', (event) => page.check(event.persisted ? 0 : SHORT_SILENCE));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') page.check(SHORT_SILENCE);
});
setInterval(() => page.check(LONGEST_SILENCE), 5_000);
setInterval(page.tick, 1_000);
