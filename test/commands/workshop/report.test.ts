import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { handInOf, shownHandIn } from '../../../src/core/room/hand-in-code.js';
import type { Result } from '../../../src/core/room-report/result.js';
import { plainText } from '../../../src/core/text/sanitize.js';
import { type Printed, runHere } from '../../support/in-process.js';
import { resultFileText } from '../../support/result-file.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();

const course = shippedCourse();
const room = roomFor(course, 'denied');
const results = simulatedRoom(course, room, { people: 3, seed: 4, difficulty: () => 0 });

/** In bytes. Node refuses to read such a file, with another message, and its blocks take no place on the disk. */
const TOO_LARGE_TO_READ = 3 * 1024 ** 3;

const report = (cwd: string, ...args: readonly string[]): Promise<Printed> =>
  runHere(['workshop', 'report', ...args], { cwd });

/** Makes a folder with the result files of three people. */
function resultFolder(): string {
  const folder = temporaryFolder();
  results.forEach((result, i) => {
    writeFileSync(path.join(folder, `${i}.json`), resultFileText(course, room, result));
  });
  return folder;
}

const codeText = ({ person, answers }: Result): string => {
  const chosen = new Map(answers.map(({ check, choice }) => [check, choice]));
  return shownHandIn(handInOf(course, { room, person, status: 'handed-in' }, chosen));
};

type ReportJson = {
  readonly people: number;
  readonly code: string;
  readonly participants: readonly { readonly name: string }[];
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
};
const json = async (cwd: string, ...args: readonly string[]): Promise<ReportJson> =>
  JSON.parse((await report(cwd, '--json', ...args)).out) as ReportJson;

describe('workshop report', () => {
  test('is the same from result files and from hand-in codes', async () => {
    const folder = resultFolder();
    const codes = path.join(temporaryFolder(), 'codes.txt');
    writeFileSync(
      codes,
      results.map((result) => `${result.person.name}: ${codeText(result)}`).join('\r\n'),
    );
    const byFile = await json(folder, '.');
    const byCode = await json(folder, codes, '--code', room.code);
    expect(byCode).toEqual(byFile);
    expect(byFile.people).toBe(3);
    expect((await json(folder, '.', codes)).people).toBe(3);
  });

  test('lists the files that it cannot count, and counts the others', async () => {
    const folder = resultFolder();
    const inFolder = (name: string): string => path.join(folder, name);
    mkdirSync(inFolder('more'));
    copyFileSync(inFolder('0.json'), inFolder('more/twice.json'));
    writeFileSync(inFolder('big.json'), '');
    truncateSync(inFolder('big.json'), TOO_LARGE_TO_READ);
    writeFileSync(inFolder('cut.json'), readFileSync(inFolder('1.json'), 'utf8').slice(0, 300));
    writeFileSync(inFolder('photo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]));
    writeFileSync(inFolder('\u001b[31mred.json'), '{}');
    symlinkSync(folder, inFolder('loop'));
    const parsed = await json(folder, '.');
    expect(parsed.people).toBe(3);
    expect(parsed.leftOut.map(({ file }) => file).sort()).toEqual([
      'big.json',
      'cut.json',
      'loop',
      path.join('more', 'twice.json'),
      'photo.png',
      'red.json',
    ]);
    expect(parsed.leftOut.find(({ file }) => file === 'big.json')?.why).toContain(
      `is too large for a result and was not read: ${TOO_LARGE_TO_READ} bytes`,
    );
    const { out, code } = await report(folder, '.');
    expect(code).toBe(0);
    for (const line of out.split('\n')) expect(plainText(line)).toBe(line);
  });

  test('says nothing about the files in which the program keeps progress', async () => {
    const folder = resultFolder();
    const kept = path.join('data', 'workshops', 'claude-contract', 'CODE-ID');
    mkdirSync(path.join(folder, kept), { recursive: true });
    for (const name of [
      path.join('data', 'settings.json'),
      ...['answers-1.jsonl', 'answers-2.jsonl', 'answers-1.before-2026-11-29.jsonl'].map((log) =>
        path.join(kept, log),
      ),
      path.join(kept, 'fold.json'),
      path.join(kept, 'in-use'),
      path.join(kept, 'live-room.json'),
    ])
      writeFileSync(path.join(folder, name), '{"v":1}\n{"v":1}\n');
    const { people, leftOut } = await json(folder, '.');
    expect([people, leftOut]).toEqual([3, []]);
    expect((await json(folder, path.join(kept, 'fold.json'))).leftOut).toHaveLength(1);
  });

  test('shows no names with --anonymous', async () => {
    const folder = resultFolder();
    const { out } = await report(folder, '.', '--anonymous', '--csv', 'a.csv', '--html', 'a.html');
    const all = [
      out,
      ...['a.csv', 'a.html'].map((name) => readFileSync(path.join(folder, name), 'utf8')),
    ];
    for (const { person } of results) expect(all.join()).not.toContain(person.name);
    expect(out).toContain('3 people');
    expect(JSON.stringify((await json(folder, '.', '--anonymous')).participants)).toContain(
      'Person 3',
    );
  });

  test('has names in the page only with --names, and a short id everywhere', async () => {
    const folder = resultFolder();
    const short = results.map(({ person }) => person.id.slice(0, 4));
    const names = results.map(({ person }) => person.name);
    const page = async (...args: readonly string[]): Promise<string> => {
      expect((await report(folder, '.', '--html', 'room.html', ...args)).code).toBe(0);
      return readFileSync(path.join(folder, 'room.html'), 'utf8');
    };
    const [bare, named] = [await page(), await page('--names')];
    for (const name of names) {
      expect(bare).not.toContain(name);
      expect(named).toContain(name);
    }
    const { out } = await report(folder, '.', '--all', '--csv', 'room.csv');
    const csv = readFileSync(path.join(folder, 'room.csv'), 'utf8');
    const told = await report(folder, '.', '--json');
    for (const text of [bare, named, out, csv, told.out])
      for (const id of short) expect(text).toContain(id);
    expect((await report(folder, '.', '--names', '--anonymous')).code).toBe(2);
  });

  test('writes one row for each person and check, and replaces only its own file', async () => {
    const folder = resultFolder();
    const csv = path.join(folder, 'room.csv');
    expect((await report(folder, '.', '--csv', 'room.csv')).code).toBe(0);
    expect(readFileSync(csv, 'utf8').trimEnd().split('\r\n')).toHaveLength(
      1 + 3 * course.lesson('denied').checks.length,
    );
    expect((await report(folder, '.', '--csv', 'room.csv')).code).toBe(0);
    writeFileSync(csv, 'my own table');
    const rejected = await report(folder, '.', '--csv', 'room.csv');
    expect([rejected.code, readFileSync(csv, 'utf8')]).toEqual([1, 'my own table']);
    expect(rejected.err).toContain('already has other content, so it was not changed');
  });

  test('exits with 1 if it can count nothing, and with 2 on wrong usage', async () => {
    const folder = temporaryFolder();
    const empty = await report(folder, '.');
    expect([empty.code, empty.out]).toEqual([
      1,
      expect.stringContaining('No result could be counted'),
    ]);
    const nowhere = await report(folder, 'nowhere');
    expect([nowhere.code, nowhere.out]).toEqual([1, '']);
    expect(nowhere.err).toMatch(
      /^on-the-record: there is nothing at .*nowhere: give a file or a folder of results\n$/,
    );
    expect((await report(folder)).code).toBe(2);
    const slides = await report(folder, '.', '--present');
    expect([slides.code, slides.err]).toEqual([
      2,
      'on-the-record: --present shows slides, which need a screen: use a terminal and leave out --plain. With a screen reader, leave out --present, and you get the report as text\n',
    ]);
    expect(existsSync(path.join(folder, 'a.csv'))).toBe(false);
  });
});

test('two reports into one file are rejected before anything is written', async () => {
  const folder = resultFolder();
  const { code, err } = await report(folder, '.', '--csv', 'same', '--html', './same');
  expect(code).toBe(2);
  expect(err).toContain('--csv and --html name the same file');
  expect(existsSync(path.join(folder, 'same'))).toBe(false);
});
