import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_CHANGES } from '../../../../src/core/live-room/person-message.js';
import type { HostView } from '../../../../src/core/views/live-room/host-view.js';
import {
  ask,
  DOOR,
  joinOf,
  joins,
  liveRooms,
  OWN,
  PAGE,
  type Served,
  sendRaw,
  streamOf,
  TOGETHER,
} from '../../../support/served-room.js';
import { temporaryFolders } from '../../../support/temporary-folder.js';

const folderOf = temporaryFolders();
const { served } = liveRooms();

const answerOf = (choice: string, nonce = choice) => ({
  do: 'answer',
  stop: 0,
  round: 1,
  choices: [['who-lock', choice]],
  nonce,
});

const firstChoice = ({ room }: Served): string | undefined =>
  [...room.room().members.values()][0]?.first.get('who-lock');

const begun = async (rules = TOGETHER): Promise<Served> => {
  const all = await served({ folder: folderOf(), rules });
  all.room.command({ do: 'begin' });
  return all;
};

describe('the page', () => {
  test('is the same for every end of the address, and allows only its own script and style', async () => {
    const { server } = await served({ folder: folderOf() });
    const hash = (text: string): string =>
      `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    for (const path of ['/', `/${DOOR}`, '/wrong', '/?x=1']) {
      const { status, text, headers } = await ask(server, path);
      expect({ path, status, text }).toEqual({ path, status: 200, text: PAGE });
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      const policy = headers['content-security-policy'];
      expect(policy).toContain(`script-src ${hash('1')}; style-src ${hash('p{}')}`);
      expect(policy).toContain("default-src 'none'");
    }
  });

  test('comes compressed to browsers that can read it', async () => {
    const { server } = await served({ folder: folderOf() });
    const encodings = ['br, gzip', 'gzip, deflate', 'identity'].map(async (accepted) => {
      const { headers } = await ask(server, '/', { headers: { 'accept-encoding': accepted } });
      return headers['content-encoding'];
    });
    expect(await Promise.all(encodings)).toEqual(['br', 'gzip', undefined]);
  });
});

describe('a person', () => {
  test('joins with the end of the address or with the room code, in any case', async () => {
    const { server, room } = await served({ folder: folderOf() });
    for (const code of [DOOR, DOOR.toUpperCase(), 'tuesday', ' TUES-day']) {
      const { status, json } = await ask(server, '/join', { body: joinOf('Ada', code) });
      expect({ code, status, view: json.view }).toMatchObject({
        code,
        status: 200,
        view: { name: 'Ada', phase: 'lobby' },
      });
      expect(json.token).toMatch(/^[\da-f]{32}$/);
    }
    const people = room.view().people;
    expect(people.map(({ name, isNameShared }) => [name, isNameShared])).toEqual(
      Array(4).fill(['Ada', true]),
    );
  });

  test('sees each state once, and nothing of the answers of others', async () => {
    const { server, room } = await served({ folder: folderOf() });
    const [ada, ben] = [await joins(server, 'Ada'), await joins(server, 'Ben')];
    const stream = await streamOf(server, ada);
    await stream.until(({ phase }) => phase === 'lobby');
    room.command({ do: 'begin' });
    await stream.until(({ phase }) => phase === 'open');
    await ask(server, '/answer', { token: ben, body: answerOf('council') });
    await ask(server, '/answer', { token: ada, body: answerOf('teacher') });
    for (const one of ['close', 'talk', 'vote', 'close', 'reveal', 'next'] as const)
      expect(room.command({ do: one })).toBeUndefined();
    await stream.until(({ stops }) => stops[0]?.stop === 1);
    const phases = stream.snapshots.map(({ phase }) => phase);
    expect(phases.slice(0, 2)).toEqual(['lobby', 'open']);
    expect(phases.length).toBeLessThanOrEqual(8);
    expect(JSON.stringify(stream.snapshots)).not.toContain('Ben');
  });

  test('sees an own answer in other tabs', async () => {
    const { server } = await begun();
    const ada = await joins(server, 'Ada');
    const [one, two] = [await streamOf(server, ada), await streamOf(server, ada)];
    await two.until(({ phase }) => phase === 'open');
    await ask(server, '/answer', { token: ada, body: answerOf('teacher') });
    const isChosen = ({ stops: [stop] }: (typeof one.snapshots)[number]): boolean =>
      stop?.kind === 'question' && stop.rows[0]?.chosen === 'teacher';
    await Promise.all([one.until(isChosen), two.until(isChosen)]);
  });

  test('who opens too many tabs keeps the latest', async () => {
    const { server } = await begun();
    const ada = await joins(server, 'Ada');
    const first = await streamOf(server, ada);
    for (let i = 0; i < 5; i++) await streamOf(server, ada);
    await first.ended;
  });

  test('repeats an answer without changing anything, and is told again that it is saved', async () => {
    const all = await begun();
    const token = await joins(all.server, 'Ada');
    const send = (body: unknown) => ask(all.server, '/answer', { token, body });
    expect((await send(answerOf('teacher', 'n1'))).json).toEqual({ saved: true });
    expect((await send(answerOf('council', 'n2'))).json).toEqual({ saved: true });
    expect((await send(answerOf('teacher', 'n1'))).json).toEqual({ saved: true });
    expect(firstChoice(all)).toBe('council');
  });

  test('who changes an answer too often is refused for good', async () => {
    const { server } = await begun();
    const token = await joins(server, 'Ada');
    for (let i = 0; i < MOST_CHANGES; i++)
      await ask(server, '/answer', { token, body: answerOf('teacher', `n${i}`) });
    const { status, json } = await ask(server, '/answer', { token, body: answerOf('council') });
    expect({ status, json }).toMatchObject({ status: 409, json: { refused: 'too-many-changes' } });
  });

  test('who joins again because the reply was lost is the same person, also after a restart', async () => {
    const folder = folderOf();
    const { server, room } = await served({ folder });
    const body = { ...joinOf('Ada'), nonce: '0123456789abcdef'.repeat(2) };
    const both = await Promise.all([1, 2].map(() => ask(server, '/join', { body })));
    const again = await ask(server, '/join', { body });
    expect(room.view().inside).toBe(1);
    for (const { json } of [...both, again]) await streamOf(server, json.token);
    await server.close();
    await room.close();
    const later = await served({ folder });
    const { token } = (await ask(later.server, '/join', { body })).json;
    expect(later.room.view().inside).toBe(1);
    later.room.command({ do: 'begin' });
    const answer = await ask(later.server, '/answer', { token, body: answerOf('teacher') });
    expect(answer.json).toEqual({ saved: true });
    expect(readFileSync(path.join(folder, 'room.jsonl'), 'utf8')).not.toContain(body.nonce);
  });

  test('everybody sees the end if the host closes the room at once', async () => {
    const { server, room } = await begun();
    const tokens = await Promise.all(Array.from({ length: 60 }, (_, i) => joins(server, `P${i}`)));
    const streams = await Promise.all(tokens.map((token) => streamOf(server, token)));
    await Promise.all(streams.map((one) => one.until(({ phase }) => phase === 'open')));
    room.command({ do: 'end' });
    await server.close();
    await Promise.all(streams.map(({ ended }) => ended));
    expect(streams.filter((one) => one.snapshots.at(-1)?.phase !== 'ended')).toEqual([]);
  });

  test('cannot answer after the close', async () => {
    const all = await begun();
    const token = await joins(all.server, 'Ada');
    all.room.command({ do: 'close' });
    const { status, json } = await ask(all.server, '/answer', { token, body: answerOf('teacher') });
    expect({ status, json }).toMatchObject({ status: 409, json: { refused: 'vote-closed' } });
    expect(firstChoice(all)).toBeUndefined();
  });

  test('who works alone gets the own view with each answer', async () => {
    const { server, room } = await begun(OWN);
    const token = await joins(server, 'Ada');
    const { json } = await ask(server, '/answer', { token, body: answerOf('teacher') });
    expect(json).toMatchObject({ saved: true, view: { phase: 'own', name: 'Ada' } });
    const handedIn = await ask(server, '/answer', { token, body: { do: 'hand-in' } });
    expect(handedIn.json.view.phase).toBe('handed-in');
    expect(room.view().people[0]?.hasHandedIn).toBe(true);
  });

  test('a terminal that sends answers after the end gets the score with them', async () => {
    const { server, room } = await begun();
    const join = { ...joinOf('Ada'), wayIn: 'terminal' };
    const { token } = (await ask(server, '/join', { body: join })).json;
    room.command({ do: 'end' });
    const body = { do: 'alone', choices: [['who-lock', 'teacher']] };
    const { json } = await ask(server, '/answer', { token, body });
    expect(json).toMatchObject({ saved: true, view: { score: expect.stringContaining('of 1') } });
  });

  test('who was removed sees only that, and cannot answer', async () => {
    const all = await begun();
    const token = await joins(all.server, 'Ada');
    const stream = await streamOf(all.server, token);
    await stream.until(({ phase }) => phase === 'open');
    const [id = ''] = all.room.room().members.keys();
    all.room.command({ do: 'remove', id });
    expect((await stream.until(({ phase }) => phase === 'ended')).stops).toEqual([]);
    const { status } = await ask(all.server, '/answer', { token, body: answerOf('teacher') });
    expect(status).toBe(401);
    expect(firstChoice(all)).toBeUndefined();
  });

  test('finds a locked door', async () => {
    const { server, room } = await begun();
    room.command({ do: 'lock' });
    expect((await ask(server, '/join', { body: joinOf('Ada') })).json.refused).toBe('locked');
    room.command({ do: 'unlock' });
    expect((await ask(server, '/join', { body: joinOf('Ada') })).status).toBe(200);
  });
});

describe('the host', () => {
  test('commands with the own token, and sees counts at most four times a second', async () => {
    const { server, room } = await served({ folder: folderOf() });
    const { hostToken: token } = room;
    const { status, json } = await ask(server, '/host', { token, body: { do: 'begin' } });
    expect({ status, view: json.view }).toMatchObject({ status: 200, view: { phase: 'open' } });
    const stream = await streamOf(server, token);
    const tokens = await Promise.all(Array.from({ length: 40 }, (_, i) => joins(server, `P${i}`)));
    for (const one of tokens)
      await ask(server, '/answer', { token: one, body: answerOf('teacher') });
    await stream.until((view) => (view as unknown as HostView).answered === 40);
    expect(stream.snapshots.length).toBeLessThan(40);
  });

  test('sees names in any script', async () => {
    const { server, room } = await begun();
    await joins(server, 'Zoë 雨 🦊');
    const stream = await streamOf(server, room.hostToken);
    const [first] = stream.snapshots as unknown as HostView[];
    expect(first?.people.map(({ name }) => name)).toEqual(['Zoë 雨 🦊']);
  });

  test('is told why a command was refused', async () => {
    const { server, room } = await begun();
    const { json } = await ask(server, '/host', {
      token: room.hostToken,
      body: { do: 'reveal' },
    });
    expect(json).toMatchObject({ refused: 'not-now', text: expect.stringContaining('possible') });
  });

  test('knows who is connected', async () => {
    const { server, room } = await begun();
    const stream = await streamOf(server, await joins(server, 'Ada'));
    const isConnected = (): boolean | undefined => room.view().people[0]?.isConnected;
    expect(isConnected()).toBe(true);
    const changed = new Promise<void>((resolve) => {
      const stop = room.onChange(() => {
        if (isConnected()) return;
        stop();
        resolve();
      });
    });
    stream.leave();
    await changed;
  });
});

describe('somebody else', () => {
  test.each([
    ['without a token', ''],
    ['with a token of nobody', 'ab'.repeat(16)],
    ['with a token that is none', '__proto__'],
  ])('%s is refused everywhere', async (_, token) => {
    const { server, room } = await begun();
    await joins(server, 'Ada');
    const before = room.room();
    for (const [path, body] of [
      ['/answer', answerOf('teacher')],
      ['/host', { do: 'end' }],
      [`/events?token=${token}`, undefined],
    ] as const)
      expect((await ask(server, path, { token, body })).status).toBe(401);
    expect(room.room()).toBe(before);
  });

  test('cannot command with a token of a person, nor answer with that of the host', async () => {
    const { server, room } = await begun();
    const ada = await joins(server, 'Ada');
    const { status, json } = await ask(server, '/host', { token: ada, body: { do: 'end' } });
    expect(status).toBe(401);
    expect(json).toMatchObject({ text: expect.stringContaining('Only the facilitator') });
    const asHost = { token: room.hostToken, body: answerOf('teacher') };
    expect((await ask(server, '/answer', asHost)).status).toBe(401);
    expect(room.room().ended).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['a name that is no text', { ...joinOf('Ada'), name: {} }],
    ['no object', [1]],
    ['nothing', null],
    ['keys of the prototype', '{"__proto__":{"code":"7k2m"},"name":"Ada","wayIn":"browser"}'],
    ['another way in', { ...joinOf('Ada'), wayIn: 'constructor' }],
    ['text that is not JSON', 'code=7k2m'],
  ])('does not join with %s', async (_, body) => {
    const { server, room } = await begun();
    expect((await ask(server, '/join', { body })).status).toBe(400);
    expect(room.view().inside).toBe(0);
  });

  test.each<unknown>([
    { do: '__proto__' },
    { do: 'constructor' },
    { ...answerOf('teacher'), choices: [['who-lock', '__proto__']] },
    { ...answerOf('teacher'), choices: [['__proto__', 'teacher']] },
    { ...answerOf('teacher'), stop: -1 },
    { ...answerOf('teacher'), stop: 1e9 },
    { ...answerOf('teacher'), round: 2 },
    { ...answerOf('teacher'), nonce: 'n'.repeat(65) },
    { ...answerOf('teacher'), choices: [] },
  ])('changes nothing with the message %j', async (body) => {
    const { server, room } = await begun();
    const token = await joins(server, 'Ada');
    const before = room.room();
    const { status } = await ask(server, '/answer', { token, body });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(room.room()).toBe(before);
  });

  test('from another site is refused', async () => {
    const { server, room } = await begun();
    for (const origin of ['http://elsewhere.example', 'null', `https://127.0.0.1:${server.port}`]) {
      const asked = { headers: { origin }, body: joinOf('Ada') };
      expect((await ask(server, '/join', asked)).status).toBe(403);
    }
    const own = { headers: { origin: `http://localhost:${server.port}` }, body: joinOf('Ada') };
    expect((await ask(server, '/join', own)).status).toBe(200);
    expect(room.view().inside).toBe(1);
  });

  test('who tries codes is soon refused, also with the right one', async () => {
    const { server } = await begun();
    const statuses = new Set<number>();
    for (let i = 0; i < 400 && !statuses.has(429); i++)
      statuses.add((await ask(server, '/join', { body: joinOf('Ada', `w${i}`) })).status);
    expect([...statuses]).toEqual([403, 429]);
  });
});

test('a thousand people can join from one address, and then no more than a room takes', async () => {
  const { server, room } = await served({ folder: folderOf() });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
  const joined = Array.from({ length: 1_450 }, async (_, i) => {
    return (await ask(server, '/join', { body: joinOf(`P${i}`), agent })).status;
  });
  const statuses = await Promise.all(joined);
  agent.destroy();
  expect(statuses.filter((status) => status === 200)).toHaveLength(1_200);
  expect(new Set(statuses)).toEqual(new Set([200, 409, 429]));
  expect(room.view().inside).toBe(1_200);
});

test('a request of one connection after another is answered in order', async () => {
  const { server } = await served({ folder: folderOf() });
  const one = 'GET /nothing/here HTTP/1.1\r\nhost: a\r\n\r\n';
  const last = 'GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
  const got = await sendRaw(server, one + last);
  expect(got.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200']);
});
