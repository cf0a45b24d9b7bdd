import { afterEvent } from './after-event.js';
import type { RoomEvent } from './event.js';
import { type LiveRoom, type LiveRules, type Member, newRoom } from './live-room.js';

/** Follows a room through many events. */
export type RoomBuilder = {
  /** @returns the room after the event. Until `seal`, later events change the members of that room, too */
  readonly add: (event: RoomEvent) => LiveRoom;
  /** The room so far. Later events do not change it. */
  readonly seal: () => LiveRoom;
};

/**
 * The same as `afterEvent` for each event, but copies the members once between two seals: with a thousand people, a copy
 * for each answer takes most of the time.
 * @param isRead whether the stop with this index is a text to read
 */
export function roomBuilder(from: LiveRoom, isRead: (stop: number) => boolean): RoomBuilder {
  let room = from;
  let members: Map<string, Member> | undefined;
  return {
    add: (event) => {
      const id = personIn(event);
      if (id === undefined) {
        room = afterEvent(room, event, isRead);
        if (room.members !== members) members = undefined;
        return room;
      }
      members ??= new Map(room.members);
      room = { ...withPerson(room, id, event), members };
      return room;
    },
    seal: () => {
      members = undefined;
      return room;
    },
  };

  function withPerson(before: LiveRoom, id: string, event: RoomEvent): LiveRoom {
    const known = before.members.get(id);
    const alone = { ...before, members: new Map(known ? [[id, known]] : []) };
    const after = afterEvent(alone, event, isRead);
    const member = after.members.get(id);
    if (member) members?.set(id, member);
    return after;
  }
}

/** The room that a journal tells. Its rules are those of its first line. */
export function roomOf(
  rules: LiveRules,
  events: readonly RoomEvent[],
  isRead: (stop: number) => boolean,
): LiveRoom {
  const builder = roomBuilder(newRoom(rules), isRead);
  for (const event of events) if (event.k !== 'room') builder.add(event);
  return builder.seal();
}

/** The only person whom an event changes. */
function personIn(event: RoomEvent): string | undefined {
  if (event.k === 'join') return event.person.id;
  return 'id' in event ? event.id : undefined;
}
