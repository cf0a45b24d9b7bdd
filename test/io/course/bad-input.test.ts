import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/course/problem.js';
import { hiddenCharacter } from '../../../src/core/text/sanitize.js';
import { readCourseFolder } from '../../../src/io/course/read-course-folder.js';
import { type Printed, runHere } from '../../support/in-process.js';
import { NIGHT_LIBRARY, TEXTS } from '../../support/night-library.js';
import { PROGRAM } from '../../support/terminal.js';

const LESSON = 'by-heart.yaml';

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'on-the-record-bad-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs the program in a new process with little memory. */
function run(...args: readonly string[]): Printed {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=200', PROGRAM, ...args, '--data-dir', path.join(root, 'data')],
    { encoding: 'utf8', timeout: 110_000 },
  );
  return { code: status, out: stdout, err: stderr };
}

const here = (...args: readonly string[]): Promise<Printed> =>
  runHere([...args, '--data-dir', path.join(root, 'data')]);

/** Makes a folder with the course and one change. */
function courseWith(name: string, change: (folder: string) => void): string {
  const folder = path.join(root, name);
  cpSync(NIGHT_LIBRARY, folder, { recursive: true });
  change(folder);
  return folder;
}

/** A change that replaces a lesson file. */
const lesson =
  (text: string) =>
  (folder: string): void =>
    writeFileSync(path.join(folder, LESSON), text);

const link =
  (target: string) =>
  (folder: string): void => {
    rmSync(path.join(folder, LESSON));
    symlinkSync(target, path.join(folder, LESSON));
  };

const alias = (i: number): string => `b${i}: &b${i} [${`*b${i - 1},`.repeat(9)}]\n`;
const ALIASES = `b0: &b0 [x]\n${Array.from({ length: 30 }, (_, i) => alias(i + 1)).join('')}`;

type Case = readonly [name: string, change: (folder: string) => void, expected: string];

const CASES: readonly Case[] = [
  [
    'a file of 100 MB',
    (folder) => truncateSync(path.join(folder, LESSON), 100_000_000),
    'by-heart.yaml:1:1: this file is larger than 1 MB',
  ],
  [
    'a link that leads out of the folder',
    link(fileURLToPath(import.meta.url)),
    'by-heart.yaml:1:1: this is a link to a file outside the folder',
  ],
  ['a link to itself', link(LESSON), 'by-heart.yaml:1:1: this file cannot be read'],
  [
    'a folder with the name of a file',
    (folder) => mkdirSync(path.join(folder, 'more.yaml')),
    'more.yaml:1:1: this is not a file',
  ],
  [
    'aliases that expand to a huge value',
    lesson(ALIASES),
    "by-heart.yaml:2:10: '*b0' is a YAML alias",
  ],
  ['a million brackets', lesson('}'.repeat(999_000)), 'by-heart.yaml:1:'],
  ['nested brackets', lesson('['.repeat(999_000)), 'by-heart.yaml:1:'],
  ['nested lists', lesson('- '.repeat(490_000)), 'by-heart.yaml:1:'],
  ['a million quotes', lesson('"'.repeat(999_000)), 'by-heart.yaml:1:'],
  ['half a million comments', lesson('#\n'.repeat(490_000)), 'by-heart.yaml:'],
  [
    'tens of thousands of empty steps',
    lesson(`steps:\n${'- check: a\n'.repeat(80_000)}`),
    'by-heart.yaml:',
  ],
  ['as many brackets as the reader accepts', lesson('}'.repeat(39_000)), 'by-heart.yaml:1:'],
  ['a terminal escape code', lesson('title: "\\e]0;owned\\a"'), 'by-heart.yaml:1:'],
  ['a direction control', lesson('title: "a\u202eb"'), 'by-heart.yaml:1:'],
  ['a zero-width character', lesson('title: "a\u200bb"'), 'by-heart.yaml:1:'],
  ['an escape code in a field’s name', lesson('"\\e[2J": 1'), 'by-heart.yaml:1:'],
];

const PIPE: Case = [
  'a pipe, without waiting for it',
  (folder) => execFileSync('mkfifo', [path.join(folder, 'more.yaml')]),
  'more.yaml:1:1: this is not a file',
];

const ALL_CASES = process.platform === 'win32' ? CASES : [...CASES, PIPE];

describe('check reports in little memory and in plain text', () => {
  let out = '';
  let problems: readonly Problem[] = [];
  // One process for all courses: starting the program takes longer than reading most of them.
  beforeAll(() => {
    const folders = ALL_CASES.map(([name, change]) => courseWith(name, change));
    const result = run('check', '--json', ...folders);
    out = result.out;
    problems = JSON.parse(out).problems;
    expect([result.code, result.err]).toEqual([1, '']);
  }, 120_000);

  test.each(ALL_CASES)('%s', (name, _, expected) => {
    const lines = problems.map(({ file, line, column, message }) =>
      `${file}:${line}:${column}: ${message}`.replace(`${path.join(root, name)}${path.sep}`, ''),
    );
    expect(lines.filter((line) => line.startsWith(expected))).not.toEqual([]);
  });

  test('no hidden characters', () => {
    expect(hiddenCharacter(out)).toBe(-1);
  });
});

describe('list reports in one line', () => {
  function errorLine({ code, out, err }: Printed): string {
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(hiddenCharacter(err)).toBe(-1);
    return err;
  }

  const list = async (course: string): Promise<string> =>
    errorLine(await here('list', '--course', course));

  test('no folder', async () => {
    expect(await list(path.join(root, 'nowhere'))).toContain('there is no such folder');
  });

  test('a file where a folder should be', async () => {
    const file = path.join(NIGHT_LIBRARY, 'course.yaml');
    expect(await list(file)).toContain('name the folder of a course');
  });

  test('a folder without a course', async () => {
    mkdirSync(path.join(root, 'empty'));
    expect(await list(path.join(root, 'empty'))).toContain('course.yaml');
  });

  test('hundreds of files that cannot be read, in little memory, as the first of many problems', () => {
    const folder = courseWith('hundreds', (course) => {
      for (let i = 0; i < 400; i++)
        writeFileSync(path.join(course, `more-${i}.yaml`), '}'.repeat(39_000));
    });
    expect(errorLine(run('list', '--course', folder))).toMatch(
      /more-0\.yaml:1:1: .* \(and \d+ more\)/,
    );
  });

  test('an escape code in a file’s name and in its text', async () => {
    const folder = courseWith('escape', (course) =>
      writeFileSync(path.join(course, '\u001b[31mred.yaml'), 'id: "\\e[31m"'),
    );
    expect(await list(folder)).toContain('red.yaml');
  });
});

test('for any bytes in a file, reading does not throw and the messages are plain text', () => {
  const folder = path.join(root, 'bytes');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'course.yaml'), TEXTS.get('course.yaml') ?? '');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      writeFileSync(path.join(folder, LESSON), bytes);
      const parsed = readCourseFolder(folder);
      const messages = 'problems' in parsed ? parsed.problems.map(({ message }) => message) : [];
      expect(messages.filter((message) => hiddenCharacter(message) >= 0)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
