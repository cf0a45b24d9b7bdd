import http from 'node:http';
import net from 'node:net';
import { afterEach } from 'vitest';
import { openRoom, type RoomHost } from '../../src/commands/workshop/live-room/room-host.js';
import { type RoomServer, serve } from '../../src/commands/workshop/live-room/serve.js';
import type { LiveRules } from '../../src/core/live-room/live-room.js';
import type { PersonView } from '../../src/core/views/live-room/person-view.js';
import type { Write } from '../../src/io/files/flush.js';
import type { Patience } from '../../src/net/room-server.js';
import { openRoomCourse } from './room-course.js';

export const DOOR = '7k2m';

export const TOGETHER: LiveRules = {
  room: { code: 'TUESDAY', lessons: ['the-wall', 'the-answer'], minutes: 0, feedback: 'now' },
  pace: 'together',
  door: DOOR,
};

export const OWN: LiveRules = { ...TOGETHER, pace: 'own' };

export const PAGE = '<!doctype html><title>Room</title><style>p{}</style><script>1</script>';

export type Served = { readonly room: RoomHost; readonly server: RoomServer };

type ServedOptions = {
  readonly folder: string;
  readonly rules?: LiveRules;
  readonly write?: Write;
  readonly now?: () => number;
  readonly patience?: Partial<Patience>;
  /** What a browser gets, if not a small page that does nothing. */
  readonly page?: string;
};

/** Returns functions that open rooms and serve them to programs on this computer. All are closed after a test. */
export function liveRooms() {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  const open = ({ folder, rules = TOGETHER, write, now = Date.now }: ServedOptions): RoomHost => {
    const room = openRoom({ course: openRoomCourse, folder, rules, now, ...(write && { write }) });
    closing.push(room.close);
    return room;
  };
  const served = async (options: ServedOptions): Promise<Served> => {
    const room = open(options);
    const { patience } = options;
    const page = Buffer.from(options.page ?? PAGE);
    const server = await serve(room, { port: 0, page, ...(patience && { patience }) });
    closing.unshift(server.close);
    return { room, server };
  };
  return { open, served };
}

export type Answered = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server sent
  readonly json: any;
};

type Asked = {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: unknown;
  /** Keeps connections; without one, the request has a connection of its own. */
  readonly agent?: http.Agent;
};

/** Sends a request. A text is sent as it is, any other body as JSON. */
export const ask = ({ port }: RoomServer, path: string, asked: Asked = {}): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { body, token, agent = false, method = body === undefined ? 'GET' : 'POST' } = asked;
    const headers = { ...asked.headers, ...(token && { authorization: `Bearer ${token}` }) };
    const request = http.request({ port, path, method, headers, agent });
    request.on('error', reject).on('response', (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part) => parts.push(part))
        .on('end', () => {
          const text = Buffer.concat(parts).toString();
          const isJson = response.headers['content-type']?.includes('json');
          const json = isJson ? JSON.parse(text) : undefined;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
        });
    });
    if (body === undefined) request.end();
    else request.end(typeof body === 'string' ? body : JSON.stringify(body));
  });

export const joinOf = (name: string, code = DOOR) => ({ code, name, wayIn: 'browser' });

/** @returns the token of the new person */
export const joins = async (server: RoomServer, name: string): Promise<string> =>
  (await ask(server, '/join', { body: joinOf(name) })).json.token;

/** The snapshots that a token's stream has brought. */
export type Stream = {
  readonly snapshots: PersonView[];
  /** Resolves with the latest snapshot once it is as wanted. */
  readonly until: (isWanted: (view: PersonView) => boolean) => Promise<PersonView>;
  /** Resolves once the connection ends. */
  readonly ended: Promise<void>;
  readonly leave: () => void;
};

export const streamOf = ({ port }: RoomServer, token: string): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const request = http.get({ port, path: `/events?token=${token}`, agent: false });
    request.on('error', reject).on('response', (response) => {
      const snapshots: PersonView[] = [];
      const waiting = new Set<() => void>();
      let rest = '';
      response.on('error', () => {});
      response.on('data', (part) => {
        const events = (rest + part).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events)
          if (event.startsWith('data: ')) snapshots.push(JSON.parse(event.slice(6)));
        for (const look of waiting) look();
      });
      resolve({
        snapshots,
        until: (isWanted) =>
          new Promise((found) => {
            const look = (): void => {
              const latest = snapshots.at(-1);
              if (latest && isWanted(latest)) {
                waiting.delete(look);
                found(latest);
              }
            };
            waiting.add(look);
            look();
          }),
        ended: new Promise((done) => response.on('close', () => done())),
        leave: () => request.destroy(),
      });
    });
  });

/** Sends bytes as they are. @returns what came back until the server closed the connection */
export const sendRaw = ({ port }: RoomServer, text: string): Promise<string> =>
  new Promise((resolve) => {
    let got = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (part) => {
      got += part;
    });
    socket.on('error', () => {}).on('close', () => resolve(got));
  });
