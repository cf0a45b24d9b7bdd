import { canGoAlone, ledBy } from '../../core/state/live.js';
import type { State } from '../../core/state/state.js';
import { ALONE, BACK, HOME, NEXT, SHOW_ANSWER } from '../keys/footer-keys.js';
import type { FooterKey, Page } from '../layout/page.js';

/** Keys that leave the step at which the room holds everyone. */
const MOVES: readonly FooterKey[] = [NEXT, BACK, HOME, SHOW_ANSWER];

/** The footer of a page while a live room leads, or cannot be reached. */
export function inRoom(state: State, page: Page): Page {
  const isLed = ledBy(state) !== undefined && !state.overlay;
  const keys = isLed ? page.footer.filter((key) => !MOVES.includes(key)) : page.footer;
  return { ...page, footer: canGoAlone(state) ? [...keys, ALONE] : keys };
}
