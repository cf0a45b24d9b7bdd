import { describe, expect, test } from 'vitest';
import {
  answer,
  checkOf,
  choose,
  goOn,
  isInLesson,
  isSecondLook,
  isVerdict,
  missOf,
  opening,
  orderOnScreen,
  pressed,
  toFirstCheck,
} from '../support/learner.js';
import { answersIn, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { KEY, PROGRAM, type Terminal, testNode } from '../support/terminal.js';

const FIRST = checkOf('denied', 'who-denied');
const SECOND = checkOf('denied', 'comment-sought');
const DENIED = { args: ['learn', 'denied'] };

describe('a lesson in progress', () => {
  const { begin, beginHere, data } = usingProgram();

  /** A lesson at its second check, after an answer to the first. */
  const midLesson = (): Promise<Terminal> => atSecondCheck(begin(DENIED));
  /** The same in the process of the test. */
  const midLessonHere = (): Promise<Screen> => atSecondCheck(beginHere(DENIED));

  async function atSecondCheck<T extends Screen>(terminal: T): Promise<T> {
    await toFirstCheck(terminal, 'denied');
    await answer(terminal, FIRST, missOf(FIRST).id);
    await goOn(terminal);
    await terminal.shows(opening(SECOND.stem));
    return terminal;
  }

  /** Starts again and expects the second check, the same order of choices and the first answer. */
  async function expectResumed(order: readonly string[]): Promise<void> {
    const again = beginHere({ args: ['learn'] });
    await again.shows(opening(SECOND.stem));
    expect(await orderOnScreen(again, SECOND)).toEqual(order);
    await pressed(again, KEY.left);
    await again.shows('✗ Not this time');
  }

  test('after quitting at a check, the next start shows that check', async () => {
    const terminal = await midLessonHere();
    const order = await orderOnScreen(terminal, SECOND);
    terminal.press('q');
    expect((await terminal.ended).code).toBe(0);
    await expectResumed(order);
  });

  test('a kill at a check loses nothing', async () => {
    const terminal = await midLesson();
    const order = await orderOnScreen(terminal, SECOND);
    terminal.kill('SIGKILL');
    await terminal.ended;
    await expectResumed(order);
  });

  test('after a kill at the verdict, the next start shows the verdict', async () => {
    const terminal = await midLesson();
    await answer(terminal, SECOND, SECOND.key);
    terminal.kill('SIGKILL');
    await terminal.ended;
    const again = beginHere({ args: ['learn'] });
    await again.shows('✓ Right');
  });

  test('after a kill at the second look, the next start shows the second look', async () => {
    const terminal = await midLesson();
    await choose(terminal, SECOND, missOf(SECOND).id);
    expect(isSecondLook(terminal)).toBe(true);
    terminal.kill('SIGKILL');
    await terminal.ended;
    const again = beginHere({ args: ['learn'] });
    await again.shows(isSecondLook);
    await pressed(again, KEY.enter);
    await answer(again, SECOND, SECOND.key);
    expect(answersIn(data()).map(({ right }) => right)).toEqual([false, false, true]);
  });

  test('Ctrl-C exits at once with 130 and restores the terminal', async () => {
    const terminal = await midLesson();
    terminal.press(KEY.ctrlC);
    expect((await terminal.ended).code).toBe(130);
    await terminal.shows('Progress is saved in');
    expect(terminal.isAlternateScreen()).toBe(false);
    expect(terminal.output.lastIndexOf('\x1b[?25h')).toBeGreaterThan(
      terminal.output.lastIndexOf('\x1b[?25l'),
    );
  });

  test('the answer is on disk when the verdict is on screen', async () => {
    const terminal = await midLessonHere();
    await answer(terminal, SECOND, SECOND.key);
    expect(isVerdict(terminal)).toBe(true);
    expect(answersIn(data()).map(({ check }) => check)).toEqual([FIRST.id, SECOND.id]);
  });
});

describe('job control', () => {
  const { begin, data } = usingProgram();

  test('Ctrl-Z returns the terminal to the shell, and fg shows the same screen again', async () => {
    const shell = begin({
      command: ['bash', '--norc', '--noprofile', '-i'],
      env: { PS1: 'prompt$ ', PROMPT_COMMAND: undefined },
    });
    await shell.shows('prompt$');
    shell.press(`${testNode()} ${PROGRAM} learn 1 --data-dir ${data()}\r`);
    await shell.shows(isInLesson);
    const before = shell.text();
    shell.press(KEY.ctrlZ);
    await shell.shows(/Stopped[\s\S]*prompt\$/);
    expect(shell.isAlternateScreen()).toBe(false);
    shell.press('fg\r');
    await shell.shows((now) => now.isAlternateScreen() && now.text() === before);
    await toFirstCheck(shell, 'the-dispute');
    shell.press('q');
    await shell.shows('Progress is saved in');
  });
});
