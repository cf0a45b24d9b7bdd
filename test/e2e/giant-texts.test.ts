import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isJudged, isSecondLook, isVerdict, pressed } from '../support/learner.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { KEY, PROGRAM, Terminal, testNode } from '../support/terminal.js';

const COURSE = fileURLToPath(new URL('../fixtures/courses/night-library/', import.meta.url));
const STEM = 'On what condition would the library stay open at night?';

/** In megabytes. An ordinary course needs less than half of it. */
const HEAP = '--max-old-space-size=128';

/** In milliseconds, so that a program that hangs fails its test. */
const LONGEST_RUN = 60_000;

const newFolder = temporaryFolders();

const GIANTS = [
  `${'word '.repeat(20_000)}?`, // 20,000 words
  '記'.repeat(100_000), // Chinese characters
  `a${'\u0301\u0323'.repeat(50_000)}`, // combining marks
];

/** A course with three questions that are another text. */
function giantCourse(): string {
  const folder = path.join(newFolder(), 'course');
  cpSync(COURSE, folder, { recursive: true });
  const file = path.join(folder, 'by-heart.yaml');
  const [before = '', check = ''] = readFileSync(file, 'utf8').split(/(?<=^steps:\n)/m);
  const checks = GIANTS.map((giant, i) =>
    check.replace(STEM, giant).replace('on-what-condition', `on-what-condition-${i}`),
  );
  writeFileSync(file, before + checks.join(''));
  return folder;
}

/** Chooses, shows the answer if that was wrong, and goes on. */
const ANSWER_IN_LINES = '1\ns\n\n';

async function answer(terminal: Terminal): Promise<void> {
  terminal.press('1', KEY.enter);
  await terminal.shows(isJudged);
  if (isSecondLook(terminal)) terminal.press('s');
  await terminal.shows(isVerdict);
  if (terminal.text().includes('▼')) await pressed(terminal, KEY.end);
  await pressed(terminal, KEY.space);
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

describe('questions of 20,000 words, of 100,000 Chinese characters and of 100,000 combining marks', {
  timeout: 2 * LONGEST_RUN,
}, () => {
  test('are errors that check reports with their places, in little memory', () => {
    const { code, out, err } = run(['check', giantCourse()]);
    expect([code, err]).toEqual([1, '']);
    const places = out.matchAll(
      /by-heart\.yaml:(\d+):5 {2}error {2}too-long {2}this text has \d+ characters/g,
    );
    expect([...places].map(([, line]) => line)).toEqual(['8', '28', '48']);
  });

  test('are printed in full as lines', () => {
    const args = ['--plain', 'learn', '2', '--course', giantCourse(), '--data-dir', newFolder()];
    const { code, out, err } = run(args, `\n${ANSWER_IN_LINES.repeat(GIANTS.length)}q\n`);
    expect([code, err]).toEqual([0, '']);
    const printed = unwrapped(out);
    for (const giant of GIANTS) expect(printed).toContain(unwrapped(giant));
  });

  test('are shown on screen, and their choices can be reached', async () => {
    const args = ['learn', '2', '--course', giantCourse(), '--data-dir', newFolder()];
    const terminal = new Terminal({ args, env: { NODE_OPTIONS: HEAP } });
    for (const giant of GIANTS) {
      await terminal.shows(giant.slice(0, 10));
      terminal.press(KEY.end);
      await terminal.shows('That the council agrees');
      await answer(terminal);
    }
    terminal.press(KEY.ctrlC);
    expect(await terminal.ended).toMatchObject({ code: 130 });
  });
});
