import { describe, expect, test } from 'vitest';
import {
  answer,
  checkOf,
  goOn,
  goThrough,
  isInLesson,
  keyOf,
  lessonOf,
  missOf,
  moveTo,
  opening,
  orderOnScreen,
  pressed,
  stepNumber,
  toFirstCheck,
} from '../support/learner.js';
import { SIZES, usingProgram } from '../support/program.js';
import { KEY } from '../support/terminal.js';

const HOW_WIDE = checkOf('the-dispute', 'how-wide');
const CHECKS = lessonOf('the-dispute').checks.length;
const STEP = lessonOf('the-dispute').steps.indexOf(HOW_WIDE.id) + 1;

describe.each(SIZES)('at $columns by $rows', (size) => {
  const { begin, beginHere } = usingProgram();

  test('a new learner gets from the first start to the summary of the first lesson', async () => {
    const terminal = begin(size);
    await terminal.shows('Start');
    expect(terminal.highlighted()).toContain('Start');
    await pressed(terminal, KEY.enter);
    await terminal.shows(isInLesson);
    await goThrough(terminal, 'the-dispute');
    await terminal.shows(`${CHECKS} of ${CHECKS} on first try`);
    terminal.press('q');
    expect(await terminal.ended).toEqual({ code: 0, signal: 0 });
    await terminal.shows('Progress is saved in');
    expect(terminal.isAlternateScreen()).toBe(false);
  });

  test('the verdict shows more on request, and then the id of the question', async () => {
    const terminal = beginHere({ ...size, args: ['learn', 'the-dispute'] });
    await toFirstCheck(terminal, 'the-dispute');
    await answer(terminal, HOW_WIDE, missOf(HOW_WIDE).id);
    await pressed(terminal, 'm');
    for (let i = 0; i < 9 && !terminal.text().includes('the-dispute/how-wide'); i++) {
      await pressed(terminal, KEY.pageDown);
    }
    expect(terminal.text()).toContain('the-dispute/how-wide');
  });
});

describe('the first lesson', () => {
  const { beginHere: begin } = usingProgram();

  test('a wrong answer is explained, and the retry has the same order of choices', async () => {
    const terminal = begin({ args: ['learn', '1'] });
    await toFirstCheck(terminal, 'the-dispute');
    const order = await orderOnScreen(terminal, HOW_WIDE);
    const missed = missOf(HOW_WIDE);
    await answer(terminal, HOW_WIDE, missed.id);
    await terminal.shows(new RegExp(`✓ \\d {2}${opening(keyOf(HOW_WIDE).text)}`));
    await goThrough(terminal, 'the-dispute');
    await terminal.shows(`${CHECKS - 1} of ${CHECKS} on first try`);
    expect(terminal.text()).toContain('Worth another look');
    expect(terminal.text()).not.toContain(missed.text);
    await moveTo(terminal, 'Try the one that is still wrong');
    await pressed(terminal, KEY.enter);
    await terminal.shows(opening(HOW_WIDE.stem));
    expect(await orderOnScreen(terminal, HOW_WIDE)).toEqual(order);
    await answer(terminal, HOW_WIDE, HOW_WIDE.key);
    await goOn(terminal);
    await terminal.shows(`${CHECKS - 1} of ${CHECKS} on first try, 1 mended`);
    expect(terminal.text()).not.toContain('Try the one that is still wrong');
  });

  test("looking back and who's who open over a check and do not change it", async () => {
    const terminal = begin({ args: ['learn', '1'] });
    await toFirstCheck(terminal, 'the-dispute');
    await pressed(terminal, KEY.down);
    const before = terminal.text();
    await pressed(terminal, 'r');
    await terminal.shows('The story, retold');
    await pressed(terminal, 'w');
    await terminal.shows("Who's who");
    await pressed(terminal, KEY.esc);
    await terminal.shows('The story, retold');
    await pressed(terminal, KEY.esc);
    await terminal.shows((now) => now.text() === before);
    await pressed(terminal, 'h');
    await terminal.shows(/Look at sentence \d/);
    expect(stepNumber(terminal)).toBe(STEP);
  });
});
