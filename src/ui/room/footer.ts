import type { Binding } from '../../core/messages/bindings.js';
import { ROOM_BINDINGS } from '../../core/messages/live-room/host-keys.js';
import { NEXT_LABELS } from '../../core/messages/live-room/host-screen.js';
import { canDo, type HostAction, nextAction } from '../../core/views/live-room/host/host-action.js';
import type { HostView } from '../../core/views/live-room/host-view.js';
import type { FooterKey } from '../layout/page.js';

/** @param weight from 1; a narrow footer drops low weights first */
const keyOf = (binding: Binding, weight: number, label = binding.label): FooterKey => ({
  keys: binding.footer ?? binding.keys,
  label,
  weight,
});

export const ROOM_CLOSE = keyOf(ROOM_BINDINGS.close, 9);
export const ROOM_SCROLL = { ...keyOf(ROOM_BINDINGS.scroll, 5), scrolls: 'both-ways' } as const;
export const PERSON_KEYS: readonly FooterKey[] = [
  keyOf(ROOM_BINDINGS.scroll, 8, 'move'),
  keyOf(ROOM_BINDINGS.rename, 7),
  keyOf(ROOM_BINDINGS.remove, 7),
  keyOf(ROOM_BINDINGS.minuteForOne, 6),
];
/** Where the arrows move a highlight. */
export const PAGE_DOWN = { keys: 'space', label: 'down', weight: 5, scrolls: 'down' } as const;
export const MOVE_ON_ADDRESSES = keyOf(ROOM_BINDINGS.scroll, 7, 'move');
export const USE_ADDRESS = keyOf(ROOM_BINDINGS.enter, 9, 'use this address');
export const NAME_DONE = keyOf(ROOM_BINDINGS.enter, 9, 'done');

/**
 * On the page of the room: what Enter does, then what else can be done now.
 * @param now milliseconds since 1970
 */
export function roomFooter(view: HostView, isLocal: boolean, now: number): FooterKey[] {
  const main = nextAction(view);
  const others: readonly [HostAction, FooterKey][] = [
    ['talk', keyOf(ROOM_BINDINGS.talk, 8)],
    ['reveal', keyOf(ROOM_BINDINGS.reveal, 7)],
    ['next', keyOf(ROOM_BINDINGS.next, 5)],
    ['minute', keyOf(ROOM_BINDINGS.minute, isTimeOver(view, now) ? 9 : 6)],
    ['back', keyOf(ROOM_BINDINGS.back, 2)],
  ];
  const { end, help, quit, people, address, lock } = ROOM_BINDINGS;
  const isOver = view.phase === 'ended';
  return [
    ...(main === undefined ? [] : [keyOf(ROOM_BINDINGS.enter, 10, NEXT_LABELS[main])]),
    ...others.flatMap(([action, key]) => (action !== main && canDo(action, view) ? [key] : [])),
    ...(isOver ? [] : [keyOf(address, isLocal ? 8 : 3)]),
    keyOf(people, 4),
    ...(isOver ? [] : [keyOf(lock, 1, NEXT_LABELS[view.isLocked ? 'unlock' : 'lock'])]),
    ...(isOver || main === 'end' ? [] : [keyOf(end, 2, NEXT_LABELS.end)]),
    keyOf(help, 9),
    keyOf(quit, isOver ? 9 : 3),
    ROOM_SCROLL,
  ];
}

/** Whether the limit of the room has passed: most facilitators look for another minute then. */
const isTimeOver = ({ hasLimit, clock }: HostView, now: number): boolean =>
  hasLimit && (clock === undefined || clock.end <= now);
