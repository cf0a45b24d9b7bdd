import type { Key } from 'ink';
import { ROOM_BINDINGS } from '../../core/messages/live-room/host-keys.js';
import type { KeyEffect, RoomCover, RoomInView, RoomPosition } from './position.js';

/**
 * What a key does on a page that covers the room, if this page has a use of its own for it. @returns undefined otherwise
 */
export function onCover(
  from: RoomPosition,
  cover: RoomCover,
  input: string,
  key: Key,
  context: RoomInView,
): KeyEffect | undefined {
  const { cover: _, ...open } = from;
  if (key.escape || key.leftArrow || key.backspace || key.delete) return { to: open };
  if (cover.page === 'people') return onPeople(from, cover, input, key, context);
  return cover.page === 'address' ? onAddresses(from, cover, input, key, context) : undefined;
}

function onPeople(
  from: RoomPosition,
  cover: RoomCover,
  input: string,
  key: Key,
  { view: { people } }: RoomInView,
): KeyEffect | undefined {
  const moved = movedTo(cover.at, input, key, people.length);
  if (moved !== undefined) return { to: highlighting(cover, moved) };
  const person = people[Math.min(cover.at, people.length - 1)];
  if (!person) return undefined;
  const { id } = person;
  if (input === ROOM_BINDINGS.rename.keys)
    return { to: { ...from, cover: { ...cover, field: { id, typed: '' } } } };
  if (input === ROOM_BINDINGS.remove.keys) return { to: { ...from, asks: { remove: id } } };
  if (input === ROOM_BINDINGS.minuteForOne.keys)
    return { to: from, commands: [{ do: 'minute', id }] };
  return undefined;
}

function onAddresses(
  from: RoomPosition,
  cover: RoomCover,
  input: string,
  key: Key,
  { addresses }: RoomInView,
): KeyEffect | undefined {
  const number = /^[1-9]$/.test(input) ? Number(input) - 1 : undefined;
  // With one address, the arrows scroll.
  const moved =
    number ?? (addresses.length > 1 ? movedTo(cover.at, input, key, addresses.length) : undefined);
  if (moved !== undefined && moved < addresses.length) return { to: highlighting(cover, moved) };
  const chosen = addresses[Math.min(cover.at, addresses.length - 1)];
  return key.return && chosen ? { to: from, listenOn: chosen.address } : undefined;
}

/** The highlight is in view again, wherever the page was scrolled to. */
const highlighting = (cover: RoomCover, at: number): RoomPosition => ({ cover: { ...cover, at } });

/** Where the highlight goes, if the key moves it. */
function movedTo(at: number, input: string, key: Key, count: number): number | undefined {
  const last = Math.max(0, count - 1);
  const now = Math.min(at, last);
  if (key.downArrow || input === 'j') return Math.min(now + 1, last);
  if (key.upArrow || input === 'k') return Math.max(now - 1, 0);
  if (key.home) return 0;
  return key.end ? last : undefined;
}
