import http from 'node:http';
import net from 'node:net';
import { describe, expect, test } from 'vitest';
import { ask, joinOf, joins, liveRooms, sendRaw, TOGETHER } from '../support/served-room.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const folderOf = temporaryFolders();
const { served } = liveRooms();

const QUICK = { headers: 100, request: 200, idle: 100, silence: 300, ping: 50 };

const JSON_POST = 'POST /join HTTP/1.1\r\nhost: a\r\n';

describe('a connection ends', () => {
  test.each([
    ['that says nothing', ''],
    ['with half a header', 'GET / HTTP/1.1\r\nhost:'],
    ['with half a body', `${JSON_POST}content-length: 90\r\n\r\n{"code":`],
    ['with half a chunk', `${JSON_POST}transfer-encoding: chunked\r\n\r\n5\r\n{"c`],
    ['after its request, if nothing follows', 'GET / HTTP/1.1\r\nhost: a\r\n\r\n'],
  ])('%s', async (_, text) => {
    const { server } = await served({ folder: folderOf(), patience: QUICK });
    await sendRaw(server, text);
  });

  test('if somebody opens a stream and does not read it', async () => {
    const rules = { ...TOGETHER, room: { ...TOGETHER.room, minutes: 20 } };
    const { server, room } = await served({ folder: folderOf(), rules, patience: QUICK });
    const token = await joins(server, 'Ada');
    const socket = net.connect(server.port, '127.0.0.1');
    socket.on('error', () => {}).pause();
    socket.write(`GET /events?token=${token} HTTP/1.1\r\nhost: a\r\n\r\n`);
    const isConnected = (): boolean | undefined => room.view().people[0]?.isConnected;
    const changed = new Promise<void>((resolve) => {
      const stop = room.onChange(() => {
        if (isConnected() !== false) return;
        stop();
        resolve();
      });
    });
    // Fills what the system keeps for a connection.
    room.command({ do: 'begin' });
    let isGone = false;
    void changed.then(() => {
      isGone = true;
    });
    while (!isGone) {
      room.command({ do: 'minute' });
      await new Promise(setImmediate);
    }
    socket.destroy();
  });
});

describe('a request is refused', () => {
  test('with a body over 2 kB, whether it says so or not', async () => {
    const { server, room } = await served({ folder: folderOf() });
    const body = JSON.stringify({ ...joinOf('Ada'), more: 'x'.repeat(2_048) });
    const chunked = { headers: { 'transfer-encoding': 'chunked' }, body };
    expect((await ask(server, '/join', { body })).status).toBe(413);
    expect((await ask(server, '/join', chunked)).status).toBe(413);
    expect(room.view().inside).toBe(0);
  });

  test('with another method', async () => {
    const { server } = await served({ folder: folderOf() });
    for (const [path, method, allow] of [
      ['/', 'POST', 'GET'],
      ['/', 'DELETE', 'GET'],
      ['/join', 'GET', 'POST'],
      ['/events', 'POST', 'GET'],
      ['/answer', 'PUT', 'POST'],
      ['/host', 'OPTIONS', 'POST'],
    ] as const) {
      const { status, headers } = await ask(server, path, { method });
      expect({ path, status, allow: headers.allow }).toEqual({ path, status: 405, allow });
    }
  });

  test.each(['/../etc/passwd', '/%2e%2e/room.jsonl', '/room.jsonl', '//', '/join/', '/a/b', '*'])(
    'for the path %s',
    async (path) => {
      const { server } = await served({ folder: folderOf() });
      expect((await ask(server, path)).status).toBe(404);
    },
  );

  test.each([
    ['without a host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    ['with two lengths', `${JSON_POST}content-length: 2\r\ncontent-length: 9\r\n\r\n{}`, '400'],
    [
      'with a length and chunks',
      `${JSON_POST}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      '400',
    ],
    ['with huge headers', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, '431'],
    ['that is no HTTP', 'hello\r\n\r\n', '400'],
  ])('%s', async (_, text, status) => {
    const { server } = await served({ folder: folderOf(), patience: QUICK });
    expect(await sendRaw(server, text)).toContain(`HTTP/1.1 ${status}`);
  });
});

test('a stream shows signs of life', async () => {
  const { server } = await served({ folder: folderOf(), patience: QUICK });
  const token = await joins(server, 'Ada');
  const text = await new Promise<string>((resolve) => {
    const request = http.get({ port: server.port, path: `/events?token=${token}`, agent: false });
    request
      .on('error', () => {})
      .on('response', (response) => {
        let got = '';
        response
          .on('error', () => {})
          .on('data', (part) => {
            got += part;
            if (!got.includes('event: ping')) return;
            request.destroy();
            resolve(got);
          });
      });
  });
  expect(text).toMatch(/^retry: 1000\n\ndata: \{"version":1.*\}\n\nevent: ping\ndata: 1\n\n/s);
});
