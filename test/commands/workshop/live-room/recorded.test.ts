import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openRoom } from '../../../../src/commands/workshop/live-room/room-host.js';
import { resultFileName } from '../../../../src/core/room/person.js';
import { readResult } from '../../../../src/core/room-report/read-result.js';
import { type Write, writeToDisk } from '../../../../src/io/files/flush.js';
import { journalFile, readJournal } from '../../../../src/io/live-room/journal.js';
import { courseAt } from '../../../support/course-at.js';
import { openRoomCourse, ROOM_COURSE } from '../../../support/room-course.js';
import {
  ask,
  joinOf,
  joins,
  liveRooms,
  OWN,
  type Served,
  streamOf,
  TOGETHER,
} from '../../../support/served-room.js';
import { temporaryFolders } from '../../../support/temporary-folder.js';

const folderOf = temporaryFolders();
const { open, served } = liveRooms();

afterEach(() => void vi.useRealTimers());

const answerOf = (choice: string, round = 1) => ({
  do: 'answer' as const,
  stop: 0,
  round,
  choices: [['who-lock', choice]] as const,
  nonce: `${choice}${round}`,
});

/** A disk that tests can fill. */
function disk(): { write: Write; isFull: boolean } {
  const one: { write: Write; isFull: boolean } = {
    isFull: false,
    write: (fd, bytes) => writeToDisk(fd, one.isFull ? bytes.subarray(0, 20) : bytes),
  };
  return one;
}

describe('on a full disk', () => {
  test('no answer is acknowledged or kept, the host is told until a write succeeds', async () => {
    const full = disk();
    const folder = folderOf();
    const { server, room } = await served({ folder, write: full.write });
    const token = await joins(server, 'Ada');
    room.command({ do: 'begin' });
    full.isFull = true;
    const { status, json } = await ask(server, '/answer', { token, body: answerOf('teacher') });
    expect({ status, json }).toMatchObject({ status: 503, json: { refused: 'not-saved' } });
    expect(json.text).toContain('Tell your facilitator');
    expect([...room.room().members.values()][0]?.first.size).toBe(0);
    expect((await ask(server, '/join', { body: joinOf('Ben') })).status).toBe(503);
    expect(room.view()).toMatchObject({
      inside: 1,
      warning: expect.stringContaining('disk is full'),
    });
    expect(room.command({ do: 'close' })).toEqual({ refused: 'not-saved' });
    expect(room.view()).toMatchObject({ phase: 'open', warning: expect.any(String) });

    full.isFull = false;
    const again = await ask(server, '/answer', { token, body: answerOf('teacher') });
    expect(again.json).toEqual({ saved: true });
    expect(room.view().warning).toBeUndefined();
    const { events, damaged } = readJournal(folder);
    expect({ damaged, kinds: events.map(({ k }) => k) }).toEqual({
      damaged: [],
      kinds: ['room', 'room', 'join', 'begin', 'go', 'answer'],
    });
  });

  test('no room begins', () => {
    const folder = folderOf();
    const write: Write = () => 0;
    const options = { course: openRoomCourse, folder, rules: TOGETHER, now: Date.now, write };
    expect(() => openRoom(options)).toThrow('the disk is full');
    open({ folder }); // and the folder is free
  });
});

test('an answer is in the journal when it is acknowledged', async () => {
  const folder = folderOf();
  const { room, server } = await served({ folder });
  const tokens = await Promise.all(Array.from({ length: 20 }, (_, i) => joins(server, `P${i}`)));
  room.command({ do: 'begin' });
  const text = (): string => readFileSync(journalFile(folder), 'utf8');
  await Promise.all(
    tokens.map(async (token, i) => {
      const body = { ...answerOf('teacher'), nonce: `nonce-${i}` };
      await ask(server, '/answer', { token, body });
      expect(text()).toContain(`"nonce-${i}"`);
    }),
  );
  for (const token of tokens) expect(text()).not.toContain(token);
  expect(text()).not.toContain(room.hostToken);
});

test('what happens in one turn of the event loop is written once', async () => {
  let writes = 0;
  const write: Write = (fd, bytes) => {
    writes += 1;
    return writeToDisk(fd, bytes);
  };
  const room = open({ folder: folderOf(), write });
  const before = writes;
  const join = (name: string) => room.people.join({ code: '7k2m', name, wayIn: 'browser' });
  await Promise.all(Array.from({ length: 100 }, (_, i) => join(`P${i}`)));
  expect(writes - before).toBe(1);
});

test('a command of the host comes after the answers that came before, also while the disk is busy', async () => {
  const folder = folderOf();
  const room = open({ folder });
  const joined = await room.people.join({ code: '7k2m', name: 'Ada', wayIn: 'browser' });
  if ('refused' in joined) throw new Error(joined.refused);
  room.command({ do: 'begin' });
  const sent = room.people.send(joined.id, answerOf('teacher'));
  await new Promise(setImmediate); // the answer is written, and perhaps not flushed
  const kinds: string[] = [];
  room.onEvent(({ k }) => kinds.push(k));
  expect(room.command({ do: 'close' })).toBeUndefined();
  expect(await sent).toBeUndefined();
  expect(kinds.slice(-1)).toEqual(['close']);
  const saved = readJournal(folder).events.map(({ k }) => k);
  expect(saved.slice(-2)).toEqual(['answer', 'close']);
});

describe('a host that was killed and started again', () => {
  /** A host that ends without closing anything. */
  const killed = async (folder: string): Promise<{ tokens: string[]; room: Served['room'] }> => {
    const { server, room } = await served({ folder });
    const tokens = [await joins(server, 'Ada'), await joins(server, 'Ben')];
    room.command({ do: 'begin' });
    for (const token of tokens) await ask(server, '/answer', { token, body: answerOf('teacher') });
    room.command({ do: 'close' });
    room.command({ do: 'talk' });
    room.command({ do: 'vote' });
    await ask(server, '/answer', { token: tokens[0] ?? '', body: answerOf('gardener', 2) });
    await server.close();
    return { tokens, room };
  };

  test('has everyone and everything back', async () => {
    const folder = folderOf();
    const before = await killed(folder);
    const { server, room } = await served({ folder });
    expect(room.room()).toEqual(before.room.room());
    const stream = await streamOf(server, before.tokens[0] ?? '');
    const view = await stream.until(({ phase }) => phase === 'open');
    expect(view.name).toBe('Ada');
    expect(view.stops[0]).toMatchObject({
      round: 2,
      rows: [{ chosen: 'gardener', firstChosen: 'teacher' }],
    });
    const body = { do: 'close' };
    for (const token of [before.room.hostToken, room.hostToken])
      expect((await ask(server, '/host', { token, body })).status).not.toBe(401);
  });

  test('says how many lines are damaged, and goes on without them', async () => {
    const folder = folderOf();
    await killed(folder);
    const text = readFileSync(journalFile(folder), 'utf8');
    writeFileSync(journalFile(folder), text.replace('"name":"Ben"', '"name":"Bob"'));
    const room = open({ folder });
    expect(room.view().people.map(({ name }) => name)).toEqual(['Ada']);
    expect(room.view().warning).toContain('1 line of');
  });

  test('goes on if one of the first two lines is damaged, and otherwise says so', async () => {
    const folder = folderOf();
    await killed(folder);
    const text = readFileSync(journalFile(folder), 'utf8');
    writeFileSync(journalFile(folder), text.replace('"k":"room"', '"k":"rom"'));
    expect(open({ folder }).view().inside).toBe(2);
    const other = folderOf();
    writeFileSync(journalFile(other), text.replaceAll('"k":"room"', '"k":"rom"'));
    expect(() => open({ folder: other })).toThrow('does not say which room it is');
  });

  test('refuses a course with other questions', async () => {
    const folder = folderOf();
    await killed(folder);
    const course = courseAt(ROOM_COURSE);
    const other = { ...course, index: { ...course.index, id: 'other' } };
    expect(() => openRoom({ course: other, folder, now: Date.now })).toThrow('different questions');
  });
});

test('a host that was paused so long that another one took the room over writes nothing any more', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const folder = folderOf();
  const room = open({ folder });
  room.command({ do: 'begin' });
  const { events } = readJournal(folder);
  writeFileSync(path.join(folder, 'in-use'), 'the mark of another program');
  vi.advanceTimersByTime(30_000);
  expect(room.command({ do: 'close' })).toEqual({ refused: 'not-saved' });
  expect(room.view()).toMatchObject({
    phase: 'open',
    warning: expect.stringContaining('another window has opened the room'),
  });
  await room.close();
  expect(readJournal(folder).events).toEqual(events);
});

test('a folder without a room needs rules', () => {
  const options = { course: openRoomCourse, folder: folderOf(), now: Date.now };
  expect(() => openRoom(options)).toThrow('there is no room in');
});

test('times never go back, even if the clock of the computer was set back before the start', () => {
  const folder = folderOf();
  const times = (): number[] => readJournal(folder).events.map(({ t }) => t);
  openRoom({ course: openRoomCourse, folder, rules: TOGETHER, now: () => 9_000 });
  open({ folder, now: () => 1_000 }).command({ do: 'lock' });
  expect(times()).toEqual([9_000, 9_000, 9_000]);
});

test('the clock closes the vote, and hands in those who work alone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  const timed = { ...TOGETHER.room, minutes: 1 };
  const together = open({ folder: folderOf(), rules: { ...TOGETHER, room: timed } });
  const alone = open({ folder: folderOf(), rules: { ...OWN, room: timed } });
  await alone.people.join({ code: '7k2m', name: 'Ada', wayIn: 'browser' });
  for (const room of [together, alone]) room.command({ do: 'begin' });
  together.command({ do: 'minute' });
  vi.advanceTimersByTime(61_000);
  expect(together.view().phase).toBe('open');
  expect(alone.view().people[0]?.hasHandedIn).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(together.view().phase).toBe('closed');
});

test('people whose time is over are told, also while the vote waits for somebody with more time', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'],
    shouldAdvanceTime: true, // a journal waits a little between two writes
  });
  const rules = { ...TOGETHER, room: { ...TOGETHER.room, minutes: 1 } };
  const room = open({ folder: folderOf(), rules });
  const ada = await room.people.join({ code: '7k2m', name: 'Ada', wayIn: 'browser' });
  const ben = await room.people.join({ code: '7k2m', name: 'Ben', wayIn: 'browser' });
  if ('refused' in ada || 'refused' in ben) throw new Error('nobody joined');
  room.command({ do: 'begin' });
  room.command({ do: 'minute', id: ben.id });
  await new Promise(setImmediate);
  const seen: string[] = [];
  room.people.watch(ada.id, { show: (snapshot) => seen.push(snapshot), end: () => {} });
  vi.advanceTimersByTime(61_000);
  await new Promise(setImmediate);
  expect(seen.map((snapshot) => JSON.parse(snapshot).stops[0].canAnswer)).toEqual([true, false]);
  expect(room.view().phase).toBe('open');
});

test('an answer that a terminal sends after the end counts the question on all pages', async () => {
  const room = open({ folder: folderOf() });
  const ada = await room.people.join({ code: '7k2m', name: 'Ada', wayIn: 'browser' });
  const ben = await room.people.join({ code: '7k2m', name: 'Ben', wayIn: 'terminal' });
  if ('refused' in ada || 'refused' in ben) throw new Error('nobody joined');
  room.command({ do: 'begin' });
  room.command({ do: 'end' });
  const scores: (string | undefined)[] = [];
  const show = (snapshot: string): void => void scores.push(JSON.parse(snapshot).score);
  room.people.watch(ada.id, { show, end: () => {} });
  await room.people.send(ben.id, { do: 'alone', choices: [['who-lock', 'teacher']] });
  room.people.finish();
  expect(scores.at(-1)).toBe('0 of 1 right in the first vote, 1 not answered');
});

describe('result files', () => {
  const resultsIn = (folder: string): string[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith('result-'))
      .sort();

  /** The ids of the questions that count for nothing, in each file of the folder. */
  const unseenIn = (folder: string): unknown[] =>
    resultsIn(folder).map((name) => {
      const { unseen = [] } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      return unseen.includes('who-lock') ? 'unseen' : 'counts';
    });

  test('count a question that somebody else answered, and none that nobody did', async () => {
    const folder = folderOf();
    const room = open({ folder });
    const ada = await room.people.join({ code: '7k2m', name: 'Ada', wayIn: 'browser' });
    const ben = await room.people.join({ code: '7k2m', name: 'Ben', wayIn: 'terminal' });
    if ('refused' in ada || 'refused' in ben) throw new Error('nobody joined');
    room.command({ do: 'begin' });
    room.command({ do: 'close' });
    room.command({ do: 'end' });
    await expect.poll(() => unseenIn(folder)).toEqual(['unseen', 'unseen']);
    await room.people.send(ben.id, { do: 'alone', choices: [['who-lock', 'teacher']] });
    await room.close();
    expect(unseenIn(folder)).toEqual(['counts', 'counts']);
  });

  test('are there once the room has ended, one for each person, and the report reads them', async () => {
    const folder = folderOf();
    const room = open({ folder });
    const ada = await room.people.join({ code: '7k2m', name: 'Ada', wayIn: 'browser' });
    const ben = await room.people.join({ code: '7k2m', name: 'Ben', wayIn: 'browser' });
    if ('refused' in ada || 'refused' in ben) throw new Error('nobody joined');
    room.command({ do: 'begin' });
    await room.people.send(ada.id, answerOf('gardener'));
    room.command({ do: 'close' });
    await room.close();
    expect(resultsIn(folder)).toHaveLength(2);

    const again = open({ folder });
    again.command({ do: 'rename', id: ada.id, name: 'Ada Lovelace' });
    again.command({ do: 'remove', id: ben.id });
    again.command({ do: 'end' });
    await again.close();
    const [name = '', ...others] = resultsIn(folder);
    expect(others).toEqual([]);
    expect(name).toContain('Ada-Lovelace');
    const result = readResult(readFileSync(path.join(folder, name), 'utf8'));
    expect(result).toMatchObject({
      person: { name: 'Ada Lovelace' },
      status: 'handed-in',
      answers: [{ check: 'who-lock', choice: 'gardener' }],
    });
  });

  test('that cannot be written are named, also if others can', async () => {
    const folder = folderOf();
    const room = open({ folder });
    const ada = await room.people.join({ code: '7k2m', name: 'Ada', wayIn: 'browser' });
    await room.people.join({ code: '7k2m', name: 'Ben', wayIn: 'browser' });
    if ('refused' in ada) throw new Error('nobody joined');
    const name = resultFileName('TUESDAY', { id: ada.id, name: 'Ada', named: true });
    mkdirSync(path.join(folder, name)); // in the way
    room.command({ do: 'begin' });
    room.command({ do: 'end' });
    await vi.waitUntil(() => resultsIn(folder).some((one) => /Ben.*\.json$/.test(one)));
    const warns = (): boolean => room.view().warning !== undefined;
    await vi.waitUntil(warns);
    await room.close();
    expect(room.view().warning).toContain('Result files cannot be written');
  });

  test('are not there before the exercise begins', async () => {
    const folder = folderOf();
    const room = open({ folder });
    await room.people.join({ code: '7k2m', name: 'Ada', wayIn: 'browser' });
    await room.close();
    expect(resultsIn(folder)).toEqual([]);
    expect(existsSync(journalFile(folder))).toBe(true);
  });
});
