import { CLOCK_WORDS, CONNECTION_WORDS, whoText } from '../../core/messages/live-room/page.js';
import { millisecondsLeft, minutesText } from '../countdown.js';
import { type Child, h, type Wanted } from '../dom.js';
import type { PageNow } from '../state.js';
import { joiningScreen } from './joining.js';
import { paragraph } from './marks.js';
import { severalStops } from './several.js';
import { stopScreen } from './stop.js';

/** Everything on the page. */
export function screen(page: PageNow): Child[] {
  const { state } = page;
  const isJoining = state.place === 'joining';
  return [
    h(
      'p',
      { key: 'lost', class: 'lost', role: 'status' },
      state.isLost ? CONNECTION_WORDS.lost : '',
    ),
    ...(isJoining ? joiningScreen(page) : insideScreen(page)),
    isJoining && h('p', { key: 'problem', class: 'problem', role: 'alert' }, state.problem ?? ''),
  ];
}

function insideScreen(page: PageNow): Child[] {
  const { view } = page.state;
  if (!view) return [h('h1', { tabindex: -1 }, CONNECTION_WORDS.connecting)];
  const { stops, phase } = view;
  const isList = phase === 'own' || phase === 'handed-in' || phase === 'ended';
  const [stop] = stops;
  return [
    headerOf(page),
    h('p', { key: 'message', class: 'message', role: 'status' }, view.message),
    paragraph(view.score, 'score'),
    ...(isList ? severalStops(page, stops) : [stop && stopScreen(page, stop)]),
  ];
}

function headerOf({ state }: PageNow): Wanted {
  const { view } = state;
  const left = millisecondsLeft(state);
  return h(
    'header',
    { key: 'header' },
    h('h1', { tabindex: -1 }, view?.title ?? ''),
    h('p', {}, whoText(view?.name ?? '', view?.code ?? '')),
    left !== undefined && h('p', { class: 'clock' }, `${CLOCK_WORDS.left}: ${minutesText(left)}`),
    h(
      'p',
      { key: 'minute', class: 'said', role: 'status' },
      left !== undefined && left > 0 && left <= 60_000 && CLOCK_WORDS.lastMinute,
    ),
  );
}
