import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exerciseChecks } from '../../src/core/room/exercise.js';
import { makeRoomCode, shownCode } from '../../src/core/room/room-code.js';
import { atFirstQuestion, beginEarlier, toQuestion } from '../support/exercise-on-screen.js';
import {
  answer,
  checkOf,
  lessonOf,
  missOf,
  opening,
  orderOnScreen,
  pressed,
} from '../support/learner.js';
import { SIZES, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { roomFor, shippedCourse } from '../support/shipped-course.js';
import { KEY, type Start, type Terminal } from '../support/terminal.js';

const course = shippedCourse();
const DENIED = lessonOf('denied');
const CHECKS = DENIED.checks.length;
const FIRST = exerciseChecks([DENIED])[0]?.check ?? checkOf('denied', '');

/** A code for lesson 3 from `workshop code`. */
const codeOf = (minutes: number, feedback: 'now' | 'later'): string =>
  shownCode(makeRoomCode(course, { lessons: ['denied'], minutes, feedback }, 1234));

type ResultFile = {
  readonly handedIn?: number;
  readonly because?: string;
  readonly person: { readonly name: string };
  readonly answers: readonly { readonly check: string; readonly choice: string }[];
  readonly handInCode: string;
};

describe('a room’s exercise', () => {
  const { begin, beginHere, data } = usingProgram();

  type Join = [code: string, args?: readonly string[], size?: object];
  const joining = (...[code, args = [], size = SIZES[0]]: Join): Start => ({
    ...{ ...size, args: ['workshop', 'join', code, ...args], cwd: data() },
  });
  const join = (...person: Join): Terminal => begin(joining(...person));
  /** In the process of the test. */
  const joinHere = (...person: Join): Screen => beginHere(joining(...person));

  const results = (): ResultFile[] =>
    readdirSync(data())
      .filter((name) => /^result-.*\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(path.join(data(), name), 'utf8')) as ResultFile);

  test('gives everyone with the code the same order, in windows of any size', async () => {
    const code = codeOf(20, 'now');
    const [large, small] = SIZES;
    const ada = joinHere(code, ['--name', 'Ada'], large);
    const ben = joinHere(code.toLowerCase().replace('-', ' '), ['--name', 'Ben'], small);
    await atFirstQuestion(ada);
    await atFirstQuestion(ben);
    expect(await orderOnScreen(ada, FIRST)).toEqual(await orderOnScreen(ben, FIRST));
  });

  test('is complete in the result file after a kill and a new start', async () => {
    const code = codeOf(20, 'now');
    const before = join(code, ['--name', 'Ada']);
    await atFirstQuestion(before);
    await answer(before, FIRST, FIRST.key);
    before.kill('SIGKILL');
    await before.ended;
    expect(results()[0]?.answers).toMatchObject([{ check: FIRST.id, choice: FIRST.key }]);
    const after = join(code, ['--name', 'Ada']);
    await after.shows(`1 of ${CHECKS} questions answered`);
    after.press(KEY.enter);
    await after.shows('✓ Right');
    await toQuestion(after);
    for (const { check } of exerciseChecks([DENIED]).slice(1)) {
      await answer(after, check, missOf(check).id);
      await toQuestion(after);
    }
    await after.shows('Hand in');
    after.press(KEY.enter);
    await after.shows(`1 of ${CHECKS} right`);
    const [result, ...others] = results();
    expect(others).toEqual([]);
    expect(result?.answers).toHaveLength(CHECKS);
    expect(result).toMatchObject({ because: 'chosen', person: { name: 'Ada' } });
    expect(after.text()).toContain(result?.handInCode);
  });

  test('with --feedback later shows no verdict before it is handed in, and then each verdict with its question', async () => {
    const terminal = joinHere(codeOf(0, 'later'));
    await atFirstQuestion(terminal);
    await pressed(terminal, '1');
    terminal.press(KEY.enter);
    await terminal.shows((now) => !now.text().includes(opening(FIRST.stem)));
    terminal.press(KEY.esc);
    await terminal.shows(`1 of ${CHECKS} questions answered`);
    expect(terminal.output).not.toMatch(/✓|✗/);
    terminal.press(KEY.down);
    await terminal.shows((now) => now.highlighted().includes('Hand in ('));
    terminal.press(KEY.enter);
    await terminal.shows(/questions have\s+no\s+answer\.\s+Hand\s+in\s+anyway\?/);
    terminal.press(KEY.down, KEY.enter);
    await terminal.shows('Handed in.');
    for (; !terminal.text().includes('See the answers'); ) await pressed(terminal, KEY.space);
    terminal.press(KEY.enter);
    await terminal.shows((now) => /✓ Right|✗ Not this time/.test(now.text()));
    expect(terminal.text()).toContain(opening(FIRST.stem));
  });

  test('belongs to a new person in a second window without a name', async () => {
    const code = codeOf(0, 'now');
    const first = join(code);
    const other = join(code);
    await atFirstQuestion(first);
    await atFirstQuestion(other);
    expect(new Set(results().map(({ person }) => person.name)).size).toBe(2);
  });

  test('rejects a second window with the same name', async () => {
    const code = codeOf(0, 'now');
    const first = join(code, ['--name', 'Ada']);
    await first.shows('Begin');
    const other = join(code, ['--name', 'ada']);
    expect((await other.ended).code).toBe(1);
    await other.shows('ada has this exercise open in another window');
  });

  test('reports a mistyped code', async () => {
    const code = codeOf(20, 'now');
    const terminal = join(code.slice(0, -1) + (code.endsWith('7') ? '8' : '7'));
    expect((await terminal.ended).code).toBe(2);
    await terminal.shows('look at the board again');
  });

  test('asks somebody who comes back after the time, then hands in', async () => {
    const code = codeOf(1, 'now');
    const terminal = joinHere(code, ['--name', 'Ada']);
    await atFirstQuestion(terminal);
    terminal.press('q');
    await terminal.ended;
    beginEarlier(data(), 61_000);
    const late = joinHere(code, ['--name', 'Ada']);
    await late.shows('The time is over');
    await late.shows(/--minutes\s+10/);
    expect(results()[0]).toMatchObject({ status: 'time-over' });
    expect(results()[0]).not.toHaveProperty('because');
    await pressed(late, KEY.enter);
    await late.shows('Your answers are handed in');
    expect(results()[0]).toMatchObject({ because: 'time' });
  });

  test('shows question, passage, answer and next question on the projector, in a window of any size', async () => {
    const room = roomFor(course, 'denied');
    const folder = path.join(data(), 'handed-in');
    mkdirSync(folder);
    const terminal = joinHere(shownCode(room.code), ['--name', 'Ada']);
    await atFirstQuestion(terminal);
    await answer(terminal, FIRST, missOf(FIRST).id);
    terminal.press('q');
    await terminal.ended;
    writeFileSync(path.join(folder, 'codes.txt'), `Ada: ${results()[0]?.handInCode}\n`);
    const projector = beginHere({ args: ['workshop', 'report', folder, '--present'] });
    projector.resize(30, 10);
    await projector.shows('q quit, then use --html');
    projector.resize(120, 36);
    await projector.shows((now) => now.rows().some((row) => /░ {2}\d$/.test(row.slice(100))));
    projector.resize(80, 24);
    await projector.shows((now) => now.rows().some((row) => /^.{60,70}░ {2}\d$/.test(row)));
    await projector.shows(`Question 1 of ${CHECKS}`);
    await projector.shows(opening(FIRST.stem));
    projector.press('r');
    await projector.shows('Retold, not quoted · ¶');
    projector.press(KEY.esc);
    await projector.shows(opening(FIRST.stem));
    projector.press('2', KEY.enter);
    await projector.shows('Nobody answered question 2');
    expect(projector.text()).not.toContain('✓');
    projector.press(KEY.space);
    await projector.shows('✓');
    // The answer can take several pages.
    while (!projector.text().includes('That was the last question.')) {
      const before = projector.text();
      projector.press(KEY.space);
      await projector.shows((now) => now.text() !== before);
    }
    projector.press(KEY.space, 'q');
    expect((await projector.ended).code).toBe(0);
  });
});
