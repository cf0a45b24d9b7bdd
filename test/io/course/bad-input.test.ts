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

/** As its user meets it: in a process of its own, with little memory, and never for long. */
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

function toldInOneLine(course = folder): string {
  const { code, out, err } = list(course);
  expect([code, out]).toEqual([1, '']);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(hiddenCharacter(err)).toBe(-1);
  return err;
}

describe('is told in one line, with file and place', () => {
  test('no folder', () => {
    expect(toldInOneLine(path.join(root, 'nowhere'))).toContain('there is no such folder');
  });

  test('a file where a folder should be', () => {
    expect(toldInOneLine(at('course.yaml'))).toContain('name the folder of a course');
  });

  test('a folder without a course', () => {
    mkdirSync(path.join(root, 'empty'));
    expect(toldInOneLine(path.join(root, 'empty'))).toContain('course.yaml');
  });

  test('a file of 100 MB', () => {
    truncateSync(at('by-heart.yaml'), 100_000_000);
    expect(toldInOneLine()).toContain('by-heart.yaml:1:1: this file is larger than 1 MB');
  });

  test('a link that leads out of the folder', () => {
    writeFileSync(path.join(root, 'outside.yaml'), 'id: by-heart');
    rmSync(at('by-heart.yaml'));
    symlinkSync(path.join(root, 'outside.yaml'), at('by-heart.yaml'));
    expect(toldInOneLine()).toContain('by-heart.yaml:1:1: this link leads out of the folder');
  });

  test('a link to itself', () => {
    rmSync(at('by-heart.yaml'));
    symlinkSync('by-heart.yaml', at('by-heart.yaml'));
    expect(toldInOneLine()).toContain('by-heart.yaml:1:1: this file cannot be read');
  });

  test('a folder that is called like a file', () => {
    mkdirSync(at('more.yaml'));
    expect(toldInOneLine()).toContain('more.yaml:1:1: this is no file');
  });

  test.runIf(process.platform !== 'win32')('a pipe, which is not waited for', () => {
    execFileSync('mkfifo', [at('more.yaml')]);
    expect(toldInOneLine()).toContain('more.yaml:1:1: this is no file');
  });

  test('aliases that would expand without end', () => {
    const step = (i: number): string => `b${i}: &b${i} [${`*b${i - 1},`.repeat(9)}]\n`;
    const bomb = `b0: &b0 [x]\n${Array.from({ length: 30 }, (_, i) => step(i + 1)).join('')}`;
    writeFileSync(at('by-heart.yaml'), bomb);
    expect(toldInOneLine()).toContain('by-heart.yaml:2:10: an alias (*b0)');
  });

  test.each([
    ['a million brackets', '}'.repeat(999_000)],
    ['brackets in one another', '['.repeat(999_000)],
    ['lists in one another', '- '.repeat(490_000)],
    ['a million quotes', '"'.repeat(999_000)],
    ['half a million comments', '#\n'.repeat(490_000)],
    [
      'tens of thousands of steps without anything in them',
      `steps:\n${'- check: a\n'.repeat(80_000)}`,
    ],
    ['as many brackets as are just read', '}'.repeat(39_000)],
  ])('%s', (_, text) => {
    writeFileSync(at('by-heart.yaml'), text);
    expect(toldInOneLine()).toMatch(/by-heart\.yaml:\d+:\d+: /);
  });

  test('hundreds of files that cannot be read', () => {
    for (let i = 0; i < 400; i++) writeFileSync(at(`more-${i}.yaml`), '}'.repeat(39_000));
    expect(toldInOneLine()).toMatch(/more-0\.yaml:1:1: .* \(and \d+ more\)/);
  });

  test.each([
    ['a terminal escape code', 'title: "\\e]0;owned\\a"'],
    ['a direction control', 'title: "a\u202eb"'],
    ['a zero-width character', 'title: "a\u200bb"'],
    ['an escape code in a field’s name', '"\\e[2J": 1'],
  ])('%s', (_, line) => {
    writeFileSync(at('by-heart.yaml'), line);
    toldInOneLine();
  });

  test('an escape code in a file’s name', () => {
    writeFileSync(at('\u001b[31mred.yaml'), 'id: x');
    toldInOneLine();
  });
});

test('whatever bytes are in a file, reading it does not throw, and what is told is plain', () => {
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
