import { CLOCK_WORDS } from '../../core/messages/live-room/page.js';
import { millisecondsLeft, minutesText } from '../countdown.js';
import { type Child, h } from '../dom.js';
import type { PageState } from '../state.js';

/** The countdown, and for screen readers its last minute, which is said once. */
export function clockOf(state: PageState): Child[] {
  const left = millisecondsLeft(state);
  return [
    left !== undefined &&
      h('p', { class: 'clock', key: 'clock' }, `${CLOCK_WORDS.left}: ${minutesText(left)}`),
    h(
      'p',
      { key: 'minute', class: 'said', role: 'status' },
      left !== undefined && left > 0 && left <= 60_000 && CLOCK_WORDS.lastMinute,
    ),
  ];
}
