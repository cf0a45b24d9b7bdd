import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readRoomCode } from '../../../src/core/room/room-code.js';
import { resultFileText } from '../../support/result-file.js';
import { openRoomCourse, ROOM_COURSE } from '../../support/room-course.js';
import { roomFor } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const PROGRAM = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const temporaryFolder = temporaryFolders();

/** Runs the built program on the course with every kind of question. @returns what it prints */
function printed(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, ...args, '--course', ROOM_COURSE],
    {
      cwd,
      encoding: 'utf8',
      timeout: 25_000,
      env: { ...process.env, ON_THE_RECORD_HOME: path.join(cwd, 'home') },
    },
  );
  expect([status, stderr.includes('on-the-record:')]).toEqual([0, false]);
  return stdout;
}

test('workshop code counts the rows of a board as questions, and makes a code that is read', () => {
  const out = printed(temporaryFolder(), 'workshop', 'code', '--plain', '--lesson', '1,2');
  expect(out).toContain('1 · The wall: 6 questions');
  expect(out).toContain('2 · The answer: 4 questions');
  const code = /^Code: (\S+)$/m.exec(out)?.[1] ?? '';
  expect(readRoomCode(openRoomCourse, code)).toMatchObject({ lessons: ['the-wall', 'the-answer'] });
});

test('doctor counts the rows of a board as questions', () => {
  expect(printed(temporaryFolder(), 'doctor')).toContain('The orchard wall: 10 questions');
});

test('workshop report writes a row into each of its formats', () => {
  const folder = temporaryFolder();
  const room = roomFor(openRoomCourse, 'the-wall');
  const [result] = simulatedRoom(openRoomCourse, room, { people: 1, seed: 1, difficulty: () => 0 });
  if (!result) throw new Error('nobody came');
  writeFileSync(path.join(folder, 'one.json'), resultFileText(openRoomCourse, room, result));
  const report = ['workshop', 'report', 'one.json'];
  const text = printed(folder, ...report, '--html', 'room.html', '--csv', 'room.csv');
  const [html, csv] = ['room.html', 'room.csv'].map((name) =>
    readFileSync(path.join(folder, name), 'utf8'),
  );
  for (const one of [text, html, csv, printed(folder, ...report, '--json')])
    expect(one).toContain('The head teacher: a second key');
});
