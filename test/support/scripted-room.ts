import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { PersonMessage } from '../../src/core/live-room/message.js';
import type { HostView } from '../../src/core/views/live-room/host-view.js';
import type { PersonView } from '../../src/core/views/live-room/person-view.js';
import { pagePolicy } from '../../src/net/headers.js';

const PAGE = fileURLToPath(new URL('../../dist/room-page.html', import.meta.url));

/** The bytes of the page as it is shipped. */
export const roomPage = (): string => readFileSync(PAGE, 'utf8');

export const TOKEN = '0123456789abcdef0123456789abcdef';

type Answer = { readonly status: number; readonly body: object };

/** A server with the routes of a live room that says what a test tells it to. */
export type ScriptedRoom = {
  readonly url: string;
  /** What came, in order. */
  readonly joins: unknown[];
  readonly messages: PersonMessage[];
  readonly commands: unknown[];
  /** How often a page has connected. */
  readonly connections: () => number;
  /** Shows everybody a view, now and when they connect. */
  readonly show: (view: PersonView | HostView) => void;
  /** How requests are answered from now on; 'silent' never answers. */
  readonly answering: (route: '/join' | '/answer' | '/host', answer: Answer | 'silent') => void;
  /** The token is unknown from now on. */
  readonly remove: () => void;
  readonly stop: () => Promise<void>;
  /** On the same port. */
  readonly start: () => Promise<void>;
};

export async function scriptedRoom(first: PersonView | HostView): Promise<ScriptedRoom> {
  let view = first;
  let isRemoved = false;
  let connections = 0;
  let server: Server | undefined;
  let port = 0;
  const streams = new Set<ServerResponse>();
  const joins: unknown[] = [];
  const messages: PersonMessage[] = [];
  const commands: unknown[] = [];
  const answers = new Map<string, Answer | 'silent'>([
    ['/answer', { status: 200, body: { saved: true } }],
  ]);

  const posted: Record<string, (body: unknown) => Answer> = {
    '/join': (body) => {
      joins.push(body);
      return { status: 200, body: { token: TOKEN, view } };
    },
    '/answer': (body) => {
      messages.push(body as PersonMessage);
      return { status: 200, body: { saved: true } };
    },
    '/host': (body) => {
      commands.push(body);
      return { status: 200, body: { view } };
    },
  };
  const events = (response: ServerResponse): void => {
    connections += 1;
    if (isRemoved) {
      send(response, { status: 401, body: {} });
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`retry: 1000\n\n${dataOf(view)}`);
    streams.add(response);
    response.on('close', () => streams.delete(response));
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/events') return events(response);
    const taken = posted[pathname];
    if (request.method !== 'POST' || !taken) {
      response.writeHead(200, {
        'content-type': 'text/html',
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy(roomPage()),
      });
      response.end(roomPage());
      return;
    }
    const usual = taken(await bodyOf(request));
    const answer = answers.get(pathname) ?? usual;
    if (answer !== 'silent') send(response, answer);
  };
  const start = (): Promise<void> =>
    new Promise((resolve) => {
      const started = createServer((request, response) => void handle(request, response));
      server = started;
      started.listen(port, '127.0.0.1', () => {
        port = (started.address() as AddressInfo).port;
        resolve();
      });
    });
  await start();

  return {
    url: `http://127.0.0.1:${port}`,
    joins,
    messages,
    commands,
    connections: () => connections,
    show: (next) => {
      view = next;
      for (const stream of streams) stream.write(dataOf(view));
    },
    answering: (route, answer) => answers.set(route, answer),
    remove: () => {
      isRemoved = true;
      for (const stream of streams) stream.end();
    },
    stop: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        server?.closeAllConnections();
      }),
    start,
  };
}

const dataOf = (view: object): string => `data: ${JSON.stringify(view)}\n\n`;

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text);
}
