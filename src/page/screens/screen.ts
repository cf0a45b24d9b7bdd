import { millisecondsLeft, minutesText } from '../countdown.js';
import { type Child, h, type Wanted } from '../dom.js';
import type { Page } from '../state.js';
import { CONNECTING, ONE_MINUTE_LEFT, RECONNECTING, roomLine, TIME_LEFT } from '../words.js';
import { joiningScreen } from './joining.js';
import { paragraph } from './marks.js';
import { severalStops } from './several.js';
import { stopScreen } from './stop.js';

/** Everything on the page. */
export function screen(page: Page): Child[] {
  const { state } = page;
  const isJoining = state.place === 'joining';
  return [
    h('p', { key: 'lost', class: 'lost', role: 'status' }, state.isLost ? RECONNECTING : ''),
    ...(isJoining ? joiningScreen(page) : insideScreen(page)),
    isJoining && h('p', { key: 'problem', class: 'problem', role: 'alert' }, state.problem ?? ''),
  ];
}

function insideScreen(page: Page): Child[] {
  const { view } = page.state;
  if (!view) return [h('h1', { tabindex: -1 }, CONNECTING)];
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

function headerOf({ state }: Page): Wanted {
  const { view } = state;
  const left = millisecondsLeft(state);
  return h(
    'header',
    { key: 'header' },
    h('h1', { tabindex: -1 }, view?.title ?? ''),
    h('p', {}, roomLine(view?.name ?? '', view?.code ?? '')),
    left !== undefined && h('p', { class: 'clock' }, `${TIME_LEFT}: ${minutesText(left)}`),
    h(
      'p',
      { key: 'minute', class: 'said', role: 'status' },
      left !== undefined && left > 0 && left <= 60_000 && ONE_MINUTE_LEFT,
    ),
  );
}
