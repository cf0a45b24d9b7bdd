import type { CourseMaterial } from '../../core/course/ledger.js';
import { scene } from '../../core/scene/scene.js';
import { canLookBack, passagesInSight } from '../../core/scene/visible-passages.js';
import { canGoAlone, ledBy } from '../../core/state/live.js';
import type { State } from '../../core/state/state.js';
import { ALONE, BACK, HOME, LOOK_AGAIN, NEXT, SHOW_ANSWER } from '../keys/footer-keys.js';
import type { FooterKey, Page } from '../layout/page.js';
import { inSight } from './in-sight.js';

/** Keys that leave the step at which the room holds everyone. */
const MOVES: readonly FooterKey[] = [NEXT, BACK, HOME, SHOW_ANSWER];

/** A page while a live room leads, or cannot be reached. People who talk about an answer have its passage in sight. */
export function inRoom(state: State, page: Page, material: () => CourseMaterial): Page {
  const alone = canGoAlone(state) ? [ALONE] : [];
  if (!ledBy(state) || state.overlay) return { ...page, footer: [...page.footer, ...alone] };
  const keys = page.footer.filter((key) => !MOVES.includes(key));
  const now = scene(state);
  const isPending = now.kind === 'answer-pending' || now.kind === 'board-pending';
  if (!isPending || !canLookBack(state, now)) return { ...page, footer: [...keys, ...alone] };
  return {
    ...page,
    ...inSight(passagesInSight(state, now, material())),
    footer: [LOOK_AGAIN, ...keys, ...alone],
  };
}
