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
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hiddenCharacter } from '../../../src/core/text/sanitize.js';
import { readCourseFolder } from '../../../src/io/course/read-course-folder.js';

const BASE = fileURLToPath(new URL('../../fixtures/courses/night-library', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../../bin/on-the-record.js', import.meta.url));

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'on-the-record-bad-'));
  folder = path.join(root, 'course');
  cpSync(BASE, folder, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);

/** Runs `list` in a new process with little memory. */
function list(course: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=200',
      PROGRAM,
      'list',
      '--course',
      course,
      '--data-dir',
      path.join(root, 'data'),
    ],
    { encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr };
}

function errorLine(course = folder): string {
  const { code, out, err } = list(course);
  expect([code, out]).toEqual([1, '']);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(hiddenCharacter(err)).toBe(-1);
  return err;
}

describe('the program reports in one line, with the place,', () => {
  test('no folder', () => {
    expect(errorLine(path.join(root, 'nowhere'))).toContain('there is no such folder');
  });

  test('a file where a folder should be', () => {
    expect(errorLine(at('course.yaml'))).toContain('name the folder of a course');
  });

  test('a folder without a course', () => {
    mkdirSync(path.join(root, 'empty'));
    expect(errorLine(path.join(root, 'empty'))).toContain('course.yaml');
  });

  test('a file of 100 MB', () => {
    truncateSync(at('by-heart.yaml'), 100_000_000);
    expect(errorLine()).toContain('by-heart.yaml:1:1: this file is larger than 1 MB');
  });

  test('a link that leads out of the folder', () => {
    writeFileSync(path.join(root, 'outside.yaml'), 'id: by-heart');
    rmSync(at('by-heart.yaml'));
    symlinkSync(path.join(root, 'outside.yaml'), at('by-heart.yaml'));
    expect(errorLine()).toContain('by-heart.yaml:1:1: this link leads out of the folder');
  });

  test('a link to itself', () => {
    rmSync(at('by-heart.yaml'));
    symlinkSync('by-heart.yaml', at('by-heart.yaml'));
    expect(errorLine()).toContain('by-heart.yaml:1:1: this file cannot be read');
  });

  test('a folder with the name of a file', () => {
    mkdirSync(at('more.yaml'));
    expect(errorLine()).toContain('more.yaml:1:1: this is no file');
  });

  test.runIf(process.platform !== 'win32')('a pipe, without waiting for it', () => {
    execFileSync('mkfifo', [at('more.yaml')]);
    expect(errorLine()).toContain('more.yaml:1:1: this is no file');
  });

  test('aliases that expand to a huge value', () => {
    const step = (i: number): string => `b${i}: &b${i} [${`*b${i - 1},`.repeat(9)}]\n`;
    const bomb = `b0: &b0 [x]\n${Array.from({ length: 30 }, (_, i) => step(i + 1)).join('')}`;
    writeFileSync(at('by-heart.yaml'), bomb);
    expect(errorLine()).toContain('by-heart.yaml:2:10: an alias (*b0)');
  });

  test.each([
    ['a million brackets', '}'.repeat(999_000)],
    ['nested brackets', '['.repeat(999_000)],
    ['nested lists', '- '.repeat(490_000)],
    ['a million quotes', '"'.repeat(999_000)],
    ['half a million comments', '#\n'.repeat(490_000)],
    ['tens of thousands of empty steps', `steps:\n${'- check: a\n'.repeat(80_000)}`],
    ['as many brackets as the reader accepts', '}'.repeat(39_000)],
  ])('%s', (_, text) => {
    writeFileSync(at('by-heart.yaml'), text);
    expect(errorLine()).toMatch(/by-heart\.yaml:\d+:\d+: /);
  });

  test('hundreds of files that cannot be read', () => {
    for (let i = 0; i < 400; i++) writeFileSync(at(`more-${i}.yaml`), '}'.repeat(39_000));
    expect(errorLine()).toMatch(/more-0\.yaml:1:1: .* \(and \d+ more\)/);
  });

  test.each([
    ['a terminal escape code', 'title: "\\e]0;owned\\a"'],
    ['a direction control', 'title: "a\u202eb"'],
    ['a zero-width character', 'title: "a\u200bb"'],
    ['an escape code in a field’s name', '"\\e[2J": 1'],
  ])('%s', (_, line) => {
    writeFileSync(at('by-heart.yaml'), line);
    errorLine();
  });

  test('an escape code in a file’s name', () => {
    writeFileSync(at('\u001b[31mred.yaml'), 'id: x');
    errorLine();
  });
});

test('for any bytes in a file, reading does not throw and the messages are plain text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      writeFileSync(at('by-heart.yaml'), bytes);
      const parsed = readCourseFolder(folder);
      const messages = 'problems' in parsed ? parsed.problems.map(({ message }) => message) : [];
      expect(messages.filter((message) => hiddenCharacter(message) >= 0)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
