import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { freePort } from '../support/free-port.js';
import { usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { KEY } from '../support/terminal.js';
import { looksRight, resized } from '../support/three-sizes.js';

describe('the facilitator’s screen', () => {
  const { begin, beginHere, data } = usingProgram();
  afterEach(() => vi.restoreAllMocks());

  const startOf = async (args: readonly string[], more: object = {}) => ({
    args: ['workshop', 'room', '--lesson', '1', '--port', String(await freePort()), ...args],
    cwd: data(),
    ...more,
  });

  const roomHere = async (...args: readonly string[]): Promise<Screen> =>
    beginHere(await startOf(args));

  test('goes from the lobby through votes, talk, answer and next question to the end', async () => {
    const room = await roomHere();
    await room.shows('enter begin');
    room.press(KEY.enter);
    await room.shows('Question 1 of 9 · The vote is open.');
    room.press('t');
    await room.shows('enter vote again');
    room.press(KEY.enter);
    await room.shows('The second vote is open.');
    room.press(KEY.enter);
    await room.shows('enter show the answer');
    room.press(KEY.enter);
    await room.shows('The right answer is shown.');
    room.press(KEY.enter);
    await room.shows('Question 2 of 9');
    room.press('b');
    await room.shows('The vote is open. Close it first.');
    room.press(KEY.enter);
    await room.shows('Question 2 of 9 · The vote is closed.');
    room.press('b');
    await room.shows('Question 1 of 9');
    room.press('e');
    await room.shows('Press e to end it');
    room.press('e');
    await room.shows('The room has ended.');
    room.press('q');
    expect((await room.ended).code).toBe(0);
    await room.shows(/on-the-record workshop report room-\d{4}/);
    expect(room.isAlternateScreen()).toBe(false);
  });

  test('fits windows of every size', async () => {
    const room = await roomHere('--minutes', '10');
    await room.shows('enter begin');
    const title = 'Room';
    await looksRight(room, {
      title,
      opensWith: ['People can join now.', 'http://127.0.0.1'],
      says: ['Nobody is in yet.'],
    });
    room.press(KEY.enter);
    await room.shows('The vote is open.');
    await looksRight(room, { title, opensWith: ['Question 1 of 9', 'the demands in ¶1'] });
    room.press('v');
    await room.shows('The right answer is shown.');
    await looksRight(room, { title, opensWith: ['The right answer'], says: ['✓', '▌', '¶1'] });
    for (const [key, cover, says] of [
      ['?', 'The keys of the room', 'end the room for everyone'],
      ['p', 'Who is in', 'Nobody is in yet.'],
      ['a', 'The address of the room', 'Names and answers travel unencrypted'],
      ['r', 'The text', 'Retold, not quoted · ¶1'],
    ] as const) {
      room.press(key);
      await room.shows(cover);
      await looksRight(room, { title: cover, says: [says] });
      room.press(KEY.esc);
      await room.shows('The right answer is shown.');
    }
    await resized(room, { columns: 200, rows: 50 }, title);
    expect(room.text()).toContain('The right answer is shown.');
  });

  test('asks before it leaves, also in a window that is too small for a page', async () => {
    const room = await roomHere();
    await room.shows('enter begin');
    room.resize(39, 11);
    await room.shows('Enlarge to 40x12 or more');
    room.press('q');
    await room.shows('q again: quit');
    room.press('x');
    await room.shows((screen) => !screen.text().includes('q again: quit'));
    room.press('q');
    await room.shows('q again: quit');
    room.press('q');
    expect((await room.ended).code).toBe(0);
  });

  test('takes one step for a burst of keys, because the others were meant for the old page', async () => {
    const room = await roomHere();
    await room.shows('enter begin');
    room.press(KEY.enter, KEY.enter, KEY.enter, KEY.enter, 'e', 'e');
    await room.shows('The vote is open.');
    room.press('p');
    await room.shows('Who is in');
    expect(room.text()).not.toContain('ended');
    room.press('\x1b[200~eeqq\r\x1b[201~', KEY.esc);
    await room.shows('The vote is open.');
  });

  test('shows simulated people as practice, and their answers', async () => {
    const { random } = Math;
    // The smaller the random numbers, the sooner people join and answer.
    vi.spyOn(Math, 'random').mockImplementation(() => random() / 10);
    const room = await roomHere('--demo', '3');
    await room.shows('Practice');
    await room.shows('3 in');
    room.press(KEY.enter);
    await room.shows('3 in · 3 answered');
    room.press('v');
    await room.shows('The right answer is shown.');
    expect(room.text()).toMatch(/█/);
    room.press('p');
    await room.shows(/❯ \w+ \w+ · answered/);
    room.press('r');
    await room.shows(/New name for \w+ \w+:/);
    room.press('Q', 'x', KEY.enter);
    await room.shows('❯ Qx · answered');
    expect(readdirSync(data()).some((name) => name.startsWith('practice-'))).toBe(true);
  });

  test('gives the terminal back on Ctrl-C, and the same command goes on', async () => {
    const start = await startOf(['--dir', 'ours']);
    const room = begin(start);
    await room.shows('enter begin');
    room.press(KEY.enter);
    await room.shows('The vote is open.');
    room.press(KEY.ctrlC);
    expect((await room.ended).code).toBe(130);
    await room.shows('on-the-record workshop room --dir ours');
    await room.shows('For a new room, end this one first');
    expect(room.isAlternateScreen()).toBe(false);
    const again = beginHere(start);
    await again.shows(/• This room was opened at \d\d:\d\d and hasn't ended\./);
    await again.shows('Question 1 of 9');
    expect(again.text()).not.toContain('--dir');
  });

  test('has everything back after kill -9', async () => {
    const start = await startOf(['--dir', 'ours']);
    const room = begin(start);
    await room.shows('enter begin');
    room.press(KEY.enter);
    await room.shows('The vote is open.');
    room.press('l');
    await room.shows('The door is locked');
    room.kill('SIGKILL');
    await room.ended;
    const again = beginHere(start);
    await again.shows('Question 1 of 9');
    await again.shows('The door is locked');
    expect(readdirSync(path.join(data(), 'ours'))).toContain('room.jsonl');
  });

  test('uses no colour with NO_COLOR, and no block letters where only ASCII can be shown', async () => {
    const room = begin(await startOf(['--demo', '2'], { env: { NO_COLOR: '1', LC_ALL: 'C' } }));
    await room.shows('2 in');
    room.press('a');
    await room.shows('The address of the room');
    expect(room.output.split('\x1b[').filter((code) => /^[34]\d/.test(code))).toEqual([]);
    expect([...room.text()].filter((letter) => letter > '~')).toEqual([]);
  });
});
