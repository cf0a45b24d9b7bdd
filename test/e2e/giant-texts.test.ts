import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.js';
import { KEY, PROGRAM, Terminal, testNode } from '../support/terminal.js';

const COURSE = fileURLToPath(new URL('../fixtures/courses/night-library/', import.meta.url));
const STEM = 'On what condition would the library stay open at night?';

/** In megabytes. An ordinary course needs less than half of it. */
const HEAP = '--max-old-space-size=128';

/** In milliseconds, so that a program that hangs fails its test. */
const LONGEST_RUN = 60_000;

const newFolder = temporaryFolders();

/** A course in which one question is another text. */
function courseWith(stem: string): string {
  const folder = path.join(newFolder(), 'course');
  cpSync(COURSE, folder, { recursive: true });
  const file = path.join(folder, 'by-heart.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(STEM, stem));
  return folder;
}

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(testNode(), [HEAP, PROGRAM, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 16 * 1024 * 1024,
    timeout: LONGEST_RUN,
  });
  return { code: status, out: stdout, err: stderr };
}

/** What lines print is without the breaks of lines. */
const unwrapped = (text: string): string => text.replace(/\s+/g, '');

describe.each([
  ['20,000 words', `${'word '.repeat(20_000)}?`],
  ['100,000 Chinese characters', '記'.repeat(100_000)],
  ['100,000 combining marks', `a${'\u0301\u0323'.repeat(50_000)}`],
])('a question of %s', { timeout: 2 * LONGEST_RUN }, (_, stem) => {
  test('is an error that check reports with its place, in little memory', () => {
    const { code, out, err } = run(['check', courseWith(stem)]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/by-heart\.yaml:8:5 {2}error {2}too-long {2}this text has \d+ characters/);
  });

  test('is printed in full as lines', () => {
    const args = ['--plain', 'learn', '2', '--course', courseWith(stem), '--data-dir', newFolder()];
    const { code, out, err } = run(args, '\n1\n\nq\n');
    expect([code, err]).toEqual([0, '']);
    expect(unwrapped(out)).toContain(unwrapped(stem));
  });

  test('is shown on screen, and its choices can be reached', async () => {
    const args = ['learn', '2', '--course', courseWith(stem), '--data-dir', newFolder()];
    const terminal = new Terminal({ args, env: { NODE_OPTIONS: HEAP } });
    await terminal.shows(stem.slice(0, 10));
    terminal.press(KEY.end);
    await terminal.shows('That the council agrees');
    terminal.press(KEY.ctrlC);
    expect(await terminal.ended).toMatchObject({ code: 130 });
  });
});
