import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeRoomCode, shownCode } from '../../src/core/room/room-code.js';
import { isInLesson, moveTo } from '../support/learner.js';
import { SIZES, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { shippedCourse } from '../support/shipped-course.js';
import { KEY } from '../support/terminal.js';

const BACKSPACE = '\x7f';
const CTRL_U = '\x15';

const course = shippedCourse();
const lessons = course.index.lessons.map(({ id }) => id);
const CODE = shownCode(makeRoomCode(course, { lessons, minutes: 20, feedback: 'now' }, 77));
/** The same with another last character. */
const TYPO = CODE.slice(0, -1) + (CODE.endsWith('7') ? '8' : '7');

const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~`;

const ASCII = { NO_COLOR: '1', LC_ALL: 'C' };
const [large, small] = SIZES;

describe.each([
  { name: 'a large window', size: large, env: {} },
  { name: 'a small window without colour and with ASCII only', size: small, env: ASCII },
])('joining a room from home, in $name', ({ size, env }) => {
  const { beginHere, data } = usingProgram();

  const begin = (): Screen => beginHere({ ...size, env, cwd: data() });

  const results = (): string[] => readdirSync(data()).filter((name) => name.startsWith('result-'));

  const attempts = (): string[] =>
    readdirSync(path.join(data(), 'workshops', course.index.id), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);

  /** Waits until the field has this text. */
  const field = (screen: Screen, text: string): Promise<unknown> =>
    screen.shows((now) => now.highlighted().slice(4).trimEnd() === `${text}_`);

  async function toField(screen: Screen): Promise<void> {
    await screen.shows('Join a room');
    await moveTo(screen, 'Join a room');
    screen.press(KEY.enter);
    await screen.shows('Type the code');
  }

  async function toExercise(screen: Screen, name: string): Promise<void> {
    await toField(screen);
    screen.press(CODE.toLowerCase().replaceAll('-', ' '), KEY.enter, name, KEY.enter);
    await screen.shows('Begin');
  }

  test('takes letters, a paste, backspace and Ctrl-U, and shows a typo below the field', async () => {
    const screen = begin();
    await toField(screen);
    screen.press('q?h');
    await field(screen, 'q?h');
    screen.press(KEY.enter);
    await screen.shows('or was mistyped');
    await field(screen, 'q?h');
    screen.press(CTRL_U, pasted(TYPO));
    await field(screen, TYPO);
    await screen.shows('mistyped');
    screen.press(BACKSPACE);
    await screen.shows((now) => !now.text().includes('mistyped'));
    screen.press(CODE.slice(-1));
    await field(screen, CODE);
    screen.press(KEY.enter);
    await screen.shows('Without a name');
    screen.press('!', KEY.enter);
    await screen.shows('A name needs a letter');
    screen.press(KEY.esc);
    await screen.shows('All lessons');
    expect(results()).toEqual([]);
  });

  test('keeps one attempt and one file under each name, and leads home again', async () => {
    const screen = begin();
    await toExercise(screen, '佐藤 é');
    screen.press(KEY.enter);
    await screen.shows(isInLesson);
    expect(results()).toEqual([expect.stringMatching(/-佐藤-é-\w{4}\.json$/)]);
    screen.press(KEY.esc);
    await screen.shows(/Hand in \(\d+ not answered\)/);
    expect(screen.text()).toMatch(/questions answered,\s+not\s+handed\s+in/);
    await moveTo(screen, 'Change the name');
    screen.press(KEY.enter, ...Array(4).fill(BACKSPACE), 'Ada', KEY.enter);
    await screen.shows((now) => now.highlighted().includes('Continue'));
    expect(results()).toEqual([expect.stringMatching(/-Ada-\w{4}\.json$/)]);
    await moveTo(screen, 'Back to home');
    screen.press(KEY.enter);
    await screen.shows('Join a room');
    await toField(screen);
    screen.press(CODE, KEY.enter);
    await screen.shows('Ada has begun');
    screen.press(KEY.enter);
    await screen.shows('Hand in (');
    await moveTo(screen, 'Hand in (');
    screen.press(KEY.enter);
    await screen.shows(/questions have\s+no\s+answer\.\s+Hand\s+in\s+anyway\?/);
    screen.press(KEY.esc);
    await screen.shows('Change the name');
    await moveTo(screen, 'Hand in (');
    screen.press(KEY.enter);
    await screen.shows(/questions have\s+no\s+answer/);
    await moveTo(screen, 'Hand in anyway');
    screen.press(KEY.enter);
    await screen.shows((now) => now.rows().slice(1, 3).join().includes('Handed in.'));
    expect(screen.rows()[0]).toContain('handed in');
    screen.press('q');
    await screen.ended;
    expect(screen.output).not.toContain('Status: not handed in');
    expect(screen.output).toContain('Status: handed in. To see it again:');
    expect([results().length, attempts().length]).toEqual([1, 1]);
  });

  test('leaves nothing of an exercise that was not begun', async () => {
    const screen = begin();
    await toExercise(screen, '');
    screen.press('q');
    await screen.ended;
    expect(screen.output).toContain('You have not begun yet, so nothing is kept.');
    expect([results(), existsSync(path.join(data(), 'workshops'))]).toEqual([[], false]);
  });
});
