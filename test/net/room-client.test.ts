import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PersonView } from '../../src/core/views/live-room/person-view.js';
import { readRoomAddress } from '../../src/net/room-address.js';
import { type Link, type RoomClient, roomClient } from '../../src/net/room-client.js';
import { type HostileRoom, hostileRoom } from '../support/hostile-room.js';
import { personView, question } from '../support/person-views.js';
import { type ScriptedRoom, scriptedRoom, TOKEN } from '../support/scripted-room.js';

const WHO = { code: 'TUESDAY', name: 'Ada', wayIn: 'terminal', id: '0Q5TR4J44J6E' } as const;
const ANSWER = { stop: 3, round: 1, choices: [['check-3', 'mayor']] } as const;

type Seen = {
  readonly client: RoomClient;
  readonly views: PersonView[];
  readonly links: Link[];
  readonly tokens: string[];
};

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0)) await end();
});

function person(url: string, token?: string): Seen {
  const [views, links, tokens]: [PersonView[], Link[], string[]] = [[], [], []];
  const address = readRoomAddress(url);
  if (!address) throw new Error(`${url} is no address`);
  const client = roomClient({
    address,
    who: WHO,
    token,
    onView: (view) => views.push(view),
    onLink: (link) => links.push(link),
    onToken: (fresh) => tokens.push(fresh),
  });
  cleanUp.push(client.close);
  return { client, views, links, tokens };
}

async function room(): Promise<ScriptedRoom> {
  const scripted = await scriptedRoom(personView('open', [question()]));
  cleanUp.push(scripted.stop);
  return scripted;
}

const until = (isTrue: () => boolean): Promise<void> =>
  vi.waitUntil(isTrue, { timeout: 10_000, interval: 5 }).then(() => {});

describe('somebody in a room', () => {
  test('joins once, follows, and answers until the room has it', async () => {
    const scripted = await room();
    const ada = person(scripted.url);
    await until(() => ada.views.length > 0);
    expect(scripted.joins).toMatchObject([WHO]);
    expect(ada.tokens).toEqual([TOKEN]);
    expect(await ada.client.answer(ANSWER)).toBe('saved');
    expect(scripted.messages).toMatchObject([{ do: 'answer', ...ANSWER }]);
    scripted.show(personView('closed', [question({ canAnswer: false })]));
    await until(() => ada.views.at(-1)?.phase === 'closed');
  });

  test('is one person, however often the reply to the join is lost', async () => {
    const scripted = await room();
    scripted.answering('/join', { status: 503, body: { refused: 'not-saved', text: 'Not now.' } });
    person(scripted.url);
    await until(() => scripted.joins.length > 1);
    const nonces = scripted.joins.map((one) => (one as { nonce: string }).nonce);
    expect(nonces[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(nonces).size).toBe(1);
  });

  test('comes back with the token of an earlier join', async () => {
    const scripted = await room();
    const ada = person(scripted.url, TOKEN);
    await until(() => ada.views.length > 0);
    expect(scripted.joins).toEqual([]);
  });

  test('is back within 5 seconds after the host was started again, and sends the same answer', async () => {
    const scripted = await room();
    const ada = person(scripted.url);
    await until(() => ada.views.length > 0);
    await scripted.stop();
    await until(() => ada.links.at(-1)?.is === 'lost');
    const sending = ada.client.answer(ANSWER);
    const before = performance.now();
    await scripted.start();
    await until(() => ada.links.at(-1)?.is === 'joined');
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await sending).toBe('saved');
    expect(scripted.messages).toHaveLength(1);
    expect(scripted.joins).toHaveLength(1);
  });

  test('sends one answer at a time, each with one nonce, and the latest in place of those that wait', async () => {
    const scripted = await room();
    const ada = person(scripted.url);
    await until(() => ada.views.length > 0);
    scripted.answering('/answer', { status: 503, body: { refused: 'not-saved', text: '' } });
    const first = ada.client.answer(ANSWER);
    await until(() => scripted.messages.length > 1);
    const second = ada.client.answer({ ...ANSWER, choices: [['check-3', 'librarian']] });
    scripted.answering('/answer', { status: 200, body: { saved: true } });
    expect(await first).toBe('replaced');
    expect(await second).toBe('saved');
    const nonces = scripted.messages.map((one) => (one.do === 'answer' ? one.nonce : ''));
    expect(new Set(nonces).size).toBe(2);
    expect(nonces[1]).toBe(nonces[0]);
    expect(scripted.messages.at(-1)).toMatchObject({ choices: [['check-3', 'librarian']] });
  });

  test('learns that an answer came too late', async () => {
    const scripted = await room();
    const ada = person(scripted.url);
    scripted.answering('/answer', { status: 409, body: { refused: 'vote-closed', text: '' } });
    expect(await ada.client.answer(ANSWER)).toBe('refused');
  });

  test('who was taken out stays out', async () => {
    const scripted = await room();
    const ada = person(scripted.url);
    await until(() => ada.views.length > 0);
    scripted.remove();
    await until(() => ada.links.at(-1)?.is === 'refused');
    expect(scripted.joins).toHaveLength(1);
  });

  test('with a wrong code hears so, and stops', async () => {
    const scripted = await room();
    const text = 'This is not \u001b[31mthe code\u202e of this room.';
    scripted.answering('/join', { status: 403, body: { refused: 'wrong-code', text } });
    const ada = person(scripted.url);
    await until(() => ada.links.at(-1)?.is === 'refused');
    expect(ada.links).toEqual([{ is: 'refused', text: 'This is not the code of this room.' }]);
  });
});

describe('a server that is wrong or hostile', () => {
  const joined = (response: ServerResponse): void => {
    response.end(JSON.stringify({ token: TOKEN }));
  };
  const stream =
    (text: string) =>
    (response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(text);
    };
  const view = personView('open');

  const harmful: Readonly<Record<string, Parameters<typeof hostileRoom>[0]>> = {
    'is no room': {},
    'gives a token that is none': {
      '/join': (response) => void response.end(JSON.stringify({ token: '../../etc' })),
    },
    'answers with a page of 3 MB': { '/join': (response) => void response.end('x'.repeat(3e6)) },
    'answers half, and never ends': { '/join': (response) => void response.write('{"token":') },
    'closes at once': { '/join': (response) => void response.destroy() },
    'leads to another server': {
      '/join': (response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:1/' });
        response.end();
      },
    },
    'sends an event without an end': {
      '/join': joined,
      '/events': stream(`data: ${'x'.repeat(2e6)}`),
    },
    'sends views that are none': {
      '/join': joined,
      '/events': stream(
        [
          'nothing',
          '[]',
          'null',
          '{"version":1}',
          JSON.stringify({ ...view, stops: [{ kind: 'question' }] }),
          JSON.stringify({ ...view, phase: 'constructor' }),
          JSON.stringify({ ...view, clock: { end: 1e300, now: 0 } }),
          `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
        ]
          .map((data) => `data: ${data}\n\n`)
          .join(''),
      ),
    },
  };

  test.each(Object.keys(harmful))('that %s shows nothing, and is tried again', async (what) => {
    const server: HostileRoom = await hostileRoom(harmful[what] ?? {});
    cleanUp.push(server.close);
    const ada = person(server.url);
    const isWaiting = ['answers half, and never ends', 'sends views that are none'].includes(what);
    if (isWaiting) await server.visited();
    else await until(() => ada.links.filter(({ is }) => is === 'lost').length > 1);
    expect(ada.views).toEqual([]);
    expect(ada.links.filter(({ is }) => is !== 'lost')).toEqual([]);
  });

  test('cannot reach the terminal with what it writes', async () => {
    const evil = 'Vote\u001b]0;owned\u0007 \u001b[2Jnow\u202e\u0000\nrun this';
    const bad = personView('open', [question({ stem: evil })], { message: evil });
    const server = await hostileRoom({
      '/join': joined,
      '/events': stream(`event: ping\ndata: x\n\n: comment\r\ndata:${JSON.stringify(bad)}\r\n\r\n`),
    });
    cleanUp.push(server.close);
    const ada = person(server.url);
    await until(() => ada.views.length > 0);
    expect(ada.views[0]).toMatchObject({ message: 'Vote now run this' });
    expect(JSON.stringify(ada.views[0])).not.toMatch(/\\u001b|\\u202e|\\u0000|\\n/);
  });
});

describe('the address of a room', () => {
  test.each([
    ['http://192.0.2.7:4321', 'http://192.0.2.7:4321'],
    [' http://192.0.2.7:4321/7k2m ', 'http://192.0.2.7:4321'],
    ['192.0.2.7:4321/7k2m', 'http://192.0.2.7:4321'],
    ['localhost:4321', 'http://localhost:4321'],
    ['http://[::1]:4321/', 'http://[::1]:4321'],
    ['http://192.0.2.7:4321/7k2m#t=0123', 'http://192.0.2.7:4321'],
  ])('%s is read', (typed, origin) => {
    expect(readRoomAddress(typed)).toEqual({ origin });
  });

  test.each([
    '',
    'https://192.0.2.7:4321',
    'file:///etc/passwd',
    'http://',
    'http://a b',
    'http://me:secret@192.0.2.7:4321',
    'http://192.0.2.7:4321/a/b',
    'http://192.0.2.7:4321/?x=1',
    'http://192.0.2.7:99999',
  ])('%j is none', (typed) => {
    expect(readRoomAddress(typed)).toBeUndefined();
  });
});
