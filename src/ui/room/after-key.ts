import type { Key } from 'ink';
import { ROOM_BINDINGS } from '../../core/messages/live-room/host-keys.js';
import {
  commandsFor,
  type HostAction,
  nextAction,
} from '../../core/views/live-room/host/host-action.js';
import { labelIn } from '../../core/views/live-room/host/person-label.js';
import type { HostView } from '../../core/views/live-room/host-view.js';
import type { Layout } from '../layout/fit.js';
import { onCover } from './on-cover.js';
import type { CoverPage, KeyEffect, RoomInView, RoomPosition } from './position.js';
import { type NameField, typedInField, withoutField } from './rename-field.js';

const { talk, reveal, next, back, minute, end, quit } = ROOM_BINDINGS;

const ACTIONS: ReadonlyMap<string, HostAction> = new Map([
  [talk.keys, 'talk'],
  [reveal.keys, 'reveal'],
  [next.keys, 'next'],
  [back.keys, 'back'],
  [minute.keys, 'minute'],
]);

const COVERS: ReadonlyMap<string, CoverPage> = new Map([
  [ROOM_BINDINGS.help.keys, 'help'],
  [ROOM_BINDINGS.people.keys, 'people'],
  [ROOM_BINDINGS.address.keys, 'address'],
  [ROOM_BINDINGS.text.keys, 'text'],
]);

/** What a key does. Keys that mean nothing here change nothing. */
export function afterRoomKey(
  from: RoomPosition,
  input: string,
  key: Key,
  context: RoomInView,
): KeyEffect {
  const { notice: _, news: __, asks, ...calm } = from;
  if (calm.cover?.field) return onField(calm, calm.cover.field, input, key, context.view);
  if (key.ctrl || key.meta) return { to: calm };
  if (asks !== undefined) return afterAsking(calm, asks, input, context);
  const onItsOwn = calm.cover && onCover(calm, calm.cover, input, key, context);
  if (onItsOwn) return onItsOwn;
  const scrolled = scrolledTo(input, key, context.layout);
  if (scrolled !== undefined) return { to: atRow(calm, context, scrolled) };
  if (input === quit.keys) return leaving(calm, context.view);
  const cover = COVERS.get(input);
  if (cover) return { to: covered(calm, cover) };
  return calm.cover ? { to: calm } : onRoom(calm, input, key, context.view);
}

/** If the person was removed meanwhile, there is no field. What is still typed must not remove or rename the next person. */
function onField(
  from: RoomPosition,
  field: NameField,
  input: string,
  key: Key,
  view: HostView,
): KeyEffect {
  if (labelIn(view, field.id) !== undefined) return typedInField(from, field, input, key);
  return { to: key.escape || key.return ? withoutField(from) : from };
}

/** The same key closes a cover again. */
function covered({ cover, ...open }: RoomPosition, page: CoverPage): RoomPosition {
  return cover?.page === page ? open : { ...open, cover: { page, at: 0 } };
}

/** A room that has ended is left without asking. */
const leaving = (from: RoomPosition, { phase }: HostView): KeyEffect =>
  phase === 'ended' ? { to: from, leaves: true } : { to: { ...from, asks: 'quit' } };

/** In a window that is too small for a page, a facilitator can only leave. */
export function afterKeyInSmallWindow(
  { asks, ...to }: RoomPosition,
  input: string,
  view: HostView,
): KeyEffect {
  if (input !== quit.keys) return { to };
  return asks === 'quit' ? { to, leaves: true } : leaving(to, view);
}

/** The key of the question confirms, also if Enter has asked it; any other key goes on. */
function afterAsking(
  to: RoomPosition,
  asks: NonNullable<RoomPosition['asks']>,
  input: string,
  { view }: RoomInView,
): KeyEffect {
  if (asks === 'end')
    return { to, ...(input === end.keys && { commands: commandsFor('end', view) }) };
  if (asks === 'quit') return { to, ...(input === quit.keys && { leaves: true }) };
  const isSure = input === ROOM_BINDINGS.remove.keys;
  return { to, ...(isSure && { commands: [{ do: 'remove', id: asks.remove }] }) };
}

function onRoom(from: RoomPosition, input: string, key: Key, view: HostView): KeyEffect {
  const action = actionFor(input, key, view);
  if (action === 'end')
    return view.phase === 'ended' ? { to: from } : { to: { ...from, asks: 'end' } };
  return { to: from, ...(action !== undefined && { commands: commandsFor(action, view) }) };
}

function actionFor(input: string, key: Key, view: HostView): HostAction | undefined {
  if (key.return) return nextAction(view);
  if (key.rightArrow) return 'next';
  if (key.leftArrow) return 'back';
  if (input === ROOM_BINDINGS.lock.keys) return view.isLocked ? 'unlock' : 'lock';
  return input === end.keys ? 'end' : ACTIONS.get(input);
}

/** Where a key scrolls to, if it scrolls. */
function scrolledTo(input: string, key: Key, layout: Layout): number | undefined {
  const { offset, lastOffset, bodyHeight } = layout;
  const rows = Math.max(1, bodyHeight - 1);
  if (key.downArrow || input === 'j') return offset + 1;
  if (key.upArrow || input === 'k') return offset - 1;
  if (input === ' ' || key.pageDown) return offset + rows;
  if (key.pageUp) return offset - rows;
  if (key.home) return 0;
  return key.end ? lastOffset : undefined;
}

const atRow = (from: RoomPosition, { page, layout }: RoomInView, row: number): RoomPosition => ({
  ...from,
  scroll: { page, row: Math.max(0, Math.min(row, layout.lastOffset)) },
});
