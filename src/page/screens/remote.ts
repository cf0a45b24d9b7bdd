import { countsText, DOOR_LOCKED, NEXT_LABELS } from '../../core/messages/live-room/host-screen.js';
import { REMOTE_WORDS, whoText } from '../../core/messages/live-room/page.js';
import { capital } from '../../core/text/english.js';
import { presenceIn } from '../../core/views/live-room/host/connected.js';
import {
  canDo,
  commandsFor,
  type HostAction,
  nextAction,
} from '../../core/views/live-room/host/host-action.js';
import type { HostView } from '../../core/views/live-room/host-view.js';
import { type Child, h, type Wanted } from '../dom.js';
import type { PageNow } from '../state.js';
import { clockOf } from './clock.js';
import { paragraph } from './marks.js';

const ACTIONS = Object.keys(NEXT_LABELS) as readonly HostAction[];

/** The facilitator's phone as a remote control: what is going on, and what is possible now. */
export function remoteScreen(page: PageNow, host: HostView): Child[] {
  const { title, code, answered, message, warning, isLocked, stop } = host;
  const next = nextAction(host);
  const others = ACTIONS.filter((one) => one !== next && canDo(one, host));
  return [
    h(
      'header',
      { key: 'header' },
      h('h1', { tabindex: -1 }, title),
      h('p', {}, whoText(REMOTE_WORDS.facilitator, code)),
      ...clockOf(page.state),
    ),
    h('p', { class: 'message', key: 'message', role: 'status' }, message),
    paragraph(warning, 'problem'),
    isLocked && h('p', {}, DOOR_LOCKED),
    h('p', { class: 'score' }, countsText(presenceIn(host), answered)),
    stop && h('h2', { id: 'label', tabindex: -1 }, stop.label),
    paragraph(stop?.stem, 'stem'),
    page.state.isHandingIn
      ? askEnd(page)
      : h(
          'p',
          { class: 'remote', key: 'remote' },
          next && actionButton(page, host, next, 'main'),
          ...others.map((one) => actionButton(page, host, one)),
        ),
    h('p', { key: 'problem', class: 'problem', role: 'alert' }, page.state.problem ?? ''),
  ];
}

const actionButton = (
  page: PageNow,
  host: HostView,
  action: HostAction,
  className?: string,
): Wanted =>
  h(
    'button',
    {
      key: action,
      type: 'button',
      class: className,
      disabled: page.state.isBusy,
      on: {
        click: () =>
          action === 'end' ? page.askHandIn(true) : page.command(commandsFor(action, host)),
      },
    },
    capital(NEXT_LABELS[action]),
  );

const askEnd = ({ command, askHandIn }: PageNow): Wanted =>
  h(
    'section',
    { key: 'asked', class: 'asked' },
    h('p', { id: 'asked', tabindex: -1 }, REMOTE_WORDS.askEnd),
    h(
      'button',
      { class: 'main', type: 'button', on: { click: () => command([{ do: 'end' }]) } },
      capital(NEXT_LABELS.end),
    ),
    h(
      'button',
      { key: 'no', type: 'button', on: { click: () => askHandIn(false) } },
      REMOTE_WORDS.keepOpen,
    ),
  );
