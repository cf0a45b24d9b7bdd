import type { Key } from 'ink';
import { cleanName, LONGEST_NAME } from '../../core/room/person.js';
import type { KeyEffect, RoomPosition } from './position.js';

export type NameField = { readonly id: string; readonly typed: string };

/** What a key does while somebody types a name: letters, digits and signs go into the field. */
export function typedInField(
  from: RoomPosition,
  { id, typed }: NameField,
  input: string,
  key: Key,
): KeyEffect {
  if (key.escape) return { to: withoutField(from) };
  if (key.return) return renamed(from, { id, typed });
  if (key.backspace || key.delete)
    return { to: withField(from, { id, typed: [...typed].slice(0, -1).join('') }) };
  if (key.ctrl) return { to: input === 'u' ? withField(from, { id, typed: '' }) : from };
  if (key.meta || key.tab) return { to: from };
  return { to: withTyped(from, { id, typed }, input) };
}

/** The field with more text, up to the longest name. */
export const withTyped = (
  from: RoomPosition,
  { id, typed }: NameField,
  text: string,
): RoomPosition =>
  withField(from, { id, typed: [...(typed + text)].slice(0, LONGEST_NAME).join('') });

/** A name that is no name leaves the field as it is. */
function renamed(from: RoomPosition, { id, typed }: NameField): KeyEffect {
  const name = cleanName(typed);
  if (name === undefined) return { to: withField(from, { id, typed }) };
  return { to: withoutField(from), commands: [{ do: 'rename', id, name }] };
}

const withField = (from: RoomPosition, field: NameField): RoomPosition =>
  from.cover ? { ...from, cover: { ...from.cover, field } } : from;

export function withoutField(from: RoomPosition): RoomPosition {
  if (!from.cover) return from;
  const { field: _, ...cover } = from.cover;
  return { ...from, cover };
}
