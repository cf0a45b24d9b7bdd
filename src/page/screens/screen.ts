import { CONNECTION_WORDS, LAST_ANSWERS, whoText } from '../../core/messages/live-room/page.js';
import type { StopView } from '../../core/views/live-room/person-view.js';
import { type Child, h, type Wanted } from '../dom.js';
import { isOver, type PageNow } from '../state.js';
import { clockOf } from './clock.js';
import { joiningScreen } from './joining.js';
import { paragraph } from './marks.js';
import { remoteScreen } from './remote.js';
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
      state.isLost && !isOver(state) ? CONNECTION_WORDS.lost : '',
    ),
    ...(isJoining ? joiningScreen(page) : insideScreen(page)),
    isJoining && h('p', { key: 'problem', class: 'problem', role: 'alert' }, state.problem ?? ''),
  ];
}

function insideScreen(page: PageNow): Child[] {
  const { view, host } = page.state;
  if (host) return remoteScreen(page, host);
  if (!view) return [h('h1', { tabindex: -1 }, CONNECTION_WORDS.connecting)];
  const { stops, phase } = view;
  const isList = phase === 'own' || phase === 'handed-in' || phase === 'ended';
  const [stop] = stops;
  return [
    headerOf(page),
    h('p', { key: 'message', class: 'message', role: 'status' }, view.message),
    paragraph(view.score, 'score'),
    view.score !== undefined && stops.some(isVotedTwice) && h('p', {}, LAST_ANSWERS),
    ...(isList ? severalStops(page, stops) : [stop && stopScreen(page, stop)]),
  ];
}

const isVotedTwice = (stop: StopView): boolean => stop.kind === 'question' && stop.round === 2;

const headerOf = ({ state }: PageNow): Wanted =>
  h(
    'header',
    { key: 'header' },
    h('h1', { tabindex: -1 }, state.view?.title ?? ''),
    h('p', {}, whoText(state.view?.name ?? '', state.view?.code ?? '')),
    ...clockOf(state),
  );
