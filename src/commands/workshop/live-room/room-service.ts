import { readCommand } from '../../../core/live-room/host-command.js';
import { readJoin, readMessage } from '../../../core/live-room/message.js';
import type { Refusal, Refused } from '../../../core/live-room/refusal.js';
import { hostRefusalText, NOT_HOST, REFUSALS } from '../../../core/messages/live-room/refusal.js';
import { asciiJson } from '../../../core/text/ascii-json.js';
import type { Reply, RoomService } from '../../../net/room-service.js';
import type { RoomHost } from './room-host.js';

const STATUS: Readonly<Record<Refusal, number>> = {
  'not-understood': 400,
  'wrong-code': 403,
  locked: 423,
  full: 409,
  'unknown-person': 401,
  'unknown-question': 404,
  'not-now': 409,
  'vote-closed': 409,
  'vote-open': 409,
  'time-over': 409,
  'already-answered': 409,
  'handed-in': 409,
  'all-handed-in': 409,
  'no-limit': 409,
  'too-many-changes': 409,
  'not-saved': 503,
};

const refusedReply = (refused: Refusal, text: string): Reply => ({
  status: STATUS[refused],
  body: { refused, text },
});

const toPerson = (refused: Refusal): Reply => refusedReply(refused, REFUSALS[refused]);

const toHost = (refused: Refusal): Reply => refusedReply(refused, hostRefusalText(refused));

/** What the routes of the server ask of the room. */
export function roomService(room: RoomHost): RoomService {
  const { people } = room;
  return {
    join: async (body) => {
      const message = readJoin(body);
      if (!message) return toPerson('not-understood');
      const joined = await people.join(message);
      if ('refused' in joined) return toPerson(joined.refused);
      const { token, view } = joined;
      return { status: 200, body: { token, view } };
    },
    answer: async (token, body) => {
      const id = people.idOf(token);
      const message = readMessage(body);
      if (id === undefined) return toPerson('unknown-person');
      if (!message) return toPerson('not-understood');
      const why = await people.send(id, message);
      if (why) return toPerson(why.refused);
      // With the pace `own`, and after answers of a terminal that was alone, the sender's page changes at once.
      const changesPage = room.rules.pace === 'own' || message.do === 'alone';
      return { status: 200, body: { saved: true, ...(changesPage && { view: people.view(id) }) } };
    },
    host: async (token, body) => {
      if (!people.isHost(token)) return refusedReply('unknown-person', NOT_HOST);
      const command = readCommand(body);
      if (!command) return toHost('not-understood');
      const why: Refused | undefined = room.command(command);
      return why ? toHost(why.refused) : { status: 200, body: { view: room.view() } };
    },
    knows: (token) => people.isHost(token) || people.idOf(token) !== undefined,
    watch: (token, watcher) => {
      const id = people.idOf(token);
      if (id !== undefined) return people.watch(id, watcher);
      const show = (): void => watcher.show(asciiJson(room.view()));
      show();
      return room.onChange(show);
    },
  };
}
