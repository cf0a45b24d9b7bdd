import { askHandInText, OWN_WORDS, SIGN_WORDS } from '../../core/messages/live-room/page.js';
import { NOT_ANSWERED } from '../../core/messages/verdict.js';
import type { RowVerdict, StopView } from '../../core/views/live-room/person-view.js';
import { type Child, h, type Wanted } from '../dom.js';
import { isAnswered, openStops, type PageNow } from '../state.js';
import { stopScreen } from './stop.js';

/** Several stops, one in sight: at one's own pace, and to read through after the end. */
export function severalStops(page: PageNow, stops: readonly StopView[]): Child[] {
  const at = Math.min(page.state.at, stops.length - 1);
  const stop = stops[at];
  if (!stop) return [];
  return [
    stopScreen(page, stop),
    h(
      'p',
      { key: 'steps', class: 'steps' },
      step(page, OWN_WORDS.back, at - 1, stops.length),
      step(page, OWN_WORDS.next, at + 1, stops.length),
    ),
    listOf(page, stops, at),
    ...(page.state.view?.phase === 'own' ? handingIn(page) : []),
  ];
}

const step = ({ goTo }: PageNow, name: string, at: number, of: number): Child =>
  at >= 0 &&
  at < of &&
  h('button', { key: name, type: 'button', on: { click: () => goTo(at) } }, name);

const listOf = (page: PageNow, stops: readonly StopView[], at: number): Wanted =>
  h(
    'nav',
    { key: 'list', 'aria-label': OWN_WORDS.questions },
    h('ol', { class: 'list' }, ...stops.map((stop, i) => h('li', {}, entry(page, stop, i, at)))),
  );

function entry(page: PageNow, stop: StopView, i: number, at: number): Wanted {
  const [sign, said] = markOf(page, stop);
  return h(
    'button',
    {
      type: 'button',
      'aria-current': i === at && 'step',
      'aria-label': said === '' ? stop.label : `${stop.label}, ${said}`,
      on: { click: () => page.goTo(i) },
    },
    `${shortLabel(stop.label)}${sign}`,
  );
}

/** "4" for "Question 4 of 7", "4 to 7" for "Questions 4 to 7 of 12": people say what they see, and the name has it. */
function shortLabel(label: string): string {
  return /\d+(?: to \d+)?/.exec(label)?.[0] ?? OWN_WORDS.text;
}

function markOf(page: PageNow, stop: StopView): readonly [sign: string, said: string] {
  if (stop.kind === 'text') return ['', ''];
  const outcomes = stop.rows.flatMap(({ verdict }) => verdict?.outcome ?? []);
  if (outcomes.length === stop.rows.length) return markOfAll(outcomes);
  return isAnswered(page, stop) ? [' •', SIGN_WORDS.answered] : ['', ''];
}

/** A question that was missed is not wrong. */
function markOfAll(outcomes: readonly RowVerdict['outcome'][]): readonly [string, string] {
  if (outcomes.includes('wrong')) return [' ✗', SIGN_WORDS.wrong];
  if (!outcomes.includes('unanswered')) return [' ✓', SIGN_WORDS.right];
  const isPartial = outcomes.includes('right');
  return [' –', isPartial ? SIGN_WORDS.notAllAnswered : NOT_ANSWERED];
}

function handingIn(page: PageNow): Child[] {
  const { isHandingIn } = page.state;
  const ask = (is: boolean) => () => page.askHandIn(is);
  if (!isHandingIn)
    return [
      h('button', { key: 'hand in', type: 'button', on: { click: ask(true) } }, OWN_WORDS.handIn),
    ];
  return [
    h(
      'section',
      { key: 'asked', class: 'asked' },
      h('p', { id: 'asked', tabindex: -1 }, askHandInText(openStops(page))),
      h('button', { type: 'button', class: 'main', on: { click: page.handIn } }, OWN_WORDS.handIn),
      h('button', { key: 'no', type: 'button', on: { click: ask(false) } }, OWN_WORDS.goOn),
    ),
  ];
}
