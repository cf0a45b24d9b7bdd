import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { orderedChoices } from '../../../src/core/choice-order.js';
import { readRoomCode } from '../../../src/core/room/room-code.js';
import { runHere } from '../../support/in-process.js';
import { resultFileText } from '../../support/result-file.js';
import { openRoomCourse, ROOM_COURSE } from '../../support/room-course.js';
import { roomFor } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();

/** Runs a command on the course with every kind of question. @returns what it prints */
async function printed(cwd: string, args: readonly string[], input = ''): Promise<string> {
  const env = { ON_THE_RECORD_HOME: path.join(cwd, 'home') };
  const { code, out, err } = await runHere([...args, '--course', ROOM_COURSE], { cwd, input, env });
  expect([code, err.includes('on-the-record:')]).toEqual([0, false]);
  return out;
}

test('workshop code counts the rows of a board as questions, and makes a code that is read', async () => {
  const out = await printed(temporaryFolder(), ['workshop', 'code', '--plain', '--lesson', '1,2']);
  expect(out).toContain('1 · The wall: 6 questions');
  expect(out).toContain('2 · The answer: 4 questions');
  const code = /^Code: (\S+)$/m.exec(out)?.[1] ?? '';
  expect(readRoomCode(openRoomCourse, code, 0)).toMatchObject({
    lessons: ['the-wall', 'the-answer'],
  });
});

/** The choice of each question that the typed numbers of the test below stand for. */
const TYPED = [
  ['which-words', 'unnamed'],
  ['row-lock', 'done'],
  ['row-key', 'threatened'],
  ['row-pay', 'demanded'],
  ['row-changed', 'refused'],
  ['which-sentence', 'silence'],
  ['row-denied', 'of-teacher'],
  ['row-offered', 'of-clerk'],
  ['row-silent', 'of-clerk'],
];

test('a room in lines counts the choice that was shown at each typed number, from code to report', async () => {
  const folder = temporaryFolder();
  const room = roomFor(openRoomCourse, 'the-wall', 'the-answer');
  const join = ['workshop', 'join', room.code, '--name', 'Ada', '--plain'];
  const check = openRoomCourse.lesson('the-wall').body.find(({ id }) => id === 'who-lock');
  if (check?.kind !== 'check') throw new Error('no question who-lock');
  const chosen = [['who-lock', orderedChoices(check, room.code)[1]?.id], ...TYPED];
  const wall = ['1', '', '', '2', '', '1', '', '1', '2', '3', '4', '', ''];
  const answer = ['', '3', '', '1', '2', '2', '', '', '1'];
  const out = await printed(folder, join, [...wall, ...answer, ''].join('\n'));
  expect(out).toContain('questions 3-6 of 10');
  const [name = ''] = readdirSync(folder).filter((one) => one.startsWith('result-'));
  const { answers, because, score } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  expect(answers.map(({ check: id, choice }: Answer) => [id, choice])).toEqual(chosen);
  expect([because, score.answered, score.checks]).toEqual(['chosen', 10, 10]);
  const code = /^Hand-in code: (\S+)$/m.exec(out)?.[1] ?? '';
  writeFileSync(path.join(folder, 'code.txt'), `Ada: ${code}\n`);
  for (const file of [name, 'code.txt']) {
    const report = JSON.parse(
      await printed(folder, ['workshop', 'report', file, '--json']),
    ) as Report;
    const counted = [...report.checks]
      .sort((a, b) => a.number - b.number)
      .map(({ check: id, choices }) => [id, choices.find(({ count }) => count === 1)?.choice]);
    expect(counted).toEqual(chosen);
  }
});

type Report = {
  readonly checks: readonly {
    readonly number: number;
    readonly check: string;
    readonly choices: readonly { readonly choice: string; readonly count: number }[];
  }[];
};

type Answer = { readonly check: string; readonly choice: string };

test('doctor counts the rows of a board as questions', async () => {
  expect(await printed(temporaryFolder(), ['doctor'])).toContain('The orchard wall: 10 questions');
});

test('workshop report writes a row into each of its formats', async () => {
  const folder = temporaryFolder();
  const room = roomFor(openRoomCourse, 'the-wall');
  const [result] = simulatedRoom(openRoomCourse, room, { people: 1, seed: 1, difficulty: () => 0 });
  if (!result) throw new Error('nobody came');
  writeFileSync(path.join(folder, 'one.json'), resultFileText(openRoomCourse, room, result));
  const report = ['workshop', 'report', 'one.json'];
  const text = await printed(folder, [
    ...report,
    '--all',
    '--html',
    'room.html',
    '--csv',
    'room.csv',
  ]);
  const [html, csv] = ['room.html', 'room.csv'].map((name) =>
    readFileSync(path.join(folder, name), 'utf8'),
  );
  for (const one of [text, html, csv, await printed(folder, [...report, '--json'])])
    expect(one).toContain('The head teacher: a second key');
});
