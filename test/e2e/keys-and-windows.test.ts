import { describe, expect, test } from 'vitest';
import { CHOOSE_FIRST } from '../../src/core/messages/lesson.js';
import { frameHeights } from '../stress/frame-height.js';
import {
  answer,
  checkOf,
  goThrough,
  isInLesson,
  isJudged,
  isQuestion,
  isSecondLook,
  isVerdict,
  lessonOf,
  missOf,
  opening,
  orderOnScreen,
  pressed,
  stepNumber,
  toFirstCheck,
} from '../support/learner.js';
import { answersIn, SIZES, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { KEY } from '../support/terminal.js';

const HOW_WIDE = checkOf('the-dispute', 'how-wide');
const CHECKS = lessonOf('the-dispute').checks.length;
const STEP = lessonOf('the-dispute').steps.indexOf(HOW_WIDE.id) + 1;

describe.each(SIZES)('keys at $columns by $rows', (size) => {
  const { beginHere, data } = usingProgram();

  test('three times down and enter in one read answer with the third choice', async () => {
    const terminal = beginHere({ ...size, args: ['learn', '1'] });
    await toFirstCheck(terminal, 'the-dispute');
    const third = (await orderOnScreen(terminal, HOW_WIDE))[2];
    terminal.press(KEY.down, KEY.down, KEY.down, KEY.enter);
    await terminal.shows(third === HOW_WIDE.key ? isVerdict : isSecondLook);
    expect(answersIn(data()).map(({ choice }) => choice)).toEqual([third]);
  });
});

describe('keys', () => {
  const { begin, beginHere, data } = usingProgram();

  async function atFirstCheck(): Promise<Screen> {
    const terminal = beginHere({ args: ['learn', '1'] });
    await toFirstCheck(terminal, 'the-dispute');
    return terminal;
  }

  test('a digit highlights its choice and does not answer', async () => {
    const terminal = await atFirstCheck();
    await pressed(terminal, '3');
    expect(terminal.highlighted()).toMatch(/❯ 3 /);
    expect(stepNumber(terminal)).toBe(STEP);
  });

  test('many Enters at once answer nothing, and say that the learner has to choose first', async () => {
    const terminal = await atFirstCheck();
    terminal.press('\r'.repeat(200));
    await terminal.shows(CHOOSE_FIRST);
    expect(isQuestion(terminal)).toBe(true);
    expect(answersIn(data())).toEqual([]);
  });

  test('many keys at once answer one check and stop at the page after it', async () => {
    const terminal = await atFirstCheck();
    terminal.press('1', '\r'.repeat(200));
    await terminal.shows(isJudged);
    await pressed(terminal, '?');
    await pressed(terminal, KEY.esc);
    expect(stepNumber(terminal)).toBe(STEP);
    expect(isJudged(terminal)).toBe(true);
    expect(answersIn(data())).toHaveLength(1);
  });

  test('an answer typed ahead is never given to a question that is not yet on screen', async () => {
    const first = await atFirstCheck();
    first.press('q');
    await first.ended;
    const terminal = beginHere();
    await terminal.shows('Continue');
    terminal.press(KEY.enter, '1', KEY.enter, KEY.enter);
    await terminal.shows(opening(HOW_WIDE.stem));
    await pressed(terminal, '?');
    await pressed(terminal, KEY.esc);
    expect(terminal.text()).toContain(opening(HOW_WIDE.stem));
    expect(answersIn(data())).toEqual([]);
    terminal.press('q');
    await terminal.ended;
    const again = begin({ args: ['learn'] });
    again.press('1', KEY.enter, KEY.enter);
    await again.shows(opening(HOW_WIDE.stem));
    await pressed(again, '?');
    expect(answersIn(data())).toEqual([]);
  });

  test('a pasted text does not answer', async () => {
    const terminal = await atFirstCheck();
    const before = terminal.text();
    terminal.press('\x1b[200~2\r\r\rq\x1b[201~');
    await pressed(terminal, '?');
    await pressed(terminal, KEY.esc);
    await terminal.shows((now) => now.text() === before);
  });

  test('a key pressed before the first frame is not lost', async () => {
    const terminal = begin({ args: ['learn', '1'] });
    terminal.press(...Array<string>(STEP).fill(KEY.enter));
    await terminal.shows(opening(HOW_WIDE.stem));
  });

  test('an escape sequence that arrives in pieces is one key', async () => {
    const terminal = await atFirstCheck();
    const second = terminal.rows().find((row) => /^ {4}2 /.test(row));
    await pressed(terminal, '1');
    terminal.press('\x1b');
    terminal.press('[');
    terminal.press('B');
    await terminal.shows((now) => now.highlighted().includes('2 '));
    expect(terminal.highlighted().slice(4)).toBe(second?.slice(4));
  });
});

describe('windows', () => {
  const { begin, beginHere } = usingProgram();

  test('a window that becomes too small asks for room and later shows the same screen', async () => {
    const terminal = begin({ args: ['learn', '1'] });
    await toFirstCheck(terminal, 'the-dispute');
    await pressed(terminal, KEY.down);
    const before = terminal.text();
    terminal.resize(30, 8);
    await terminal.shows('Enlarge to 40x12 or more');
    await terminal.shows('q quit, then use --plain');
    terminal.resize(10, 1);
    terminal.resize(80, 24);
    await terminal.shows((now) => now.text() === before);
  });

  test('a window of one column never gets a frame that is higher than the window', async () => {
    const terminal = beginHere({ columns: 30, rows: 24 });
    await terminal.shows('Enlarge to 40x12 or more');
    terminal.resize(1, 24);
    await terminal.shows(/\nr\ng\ne\nt\no\n/);
    expect(Math.max(...frameHeights(terminal.output))).toBeLessThanOrEqual(24);
  });

  test('the text wraps for each width, up to a readable width', async () => {
    const terminal = beginHere({ args: ['learn', '1'] });
    await terminal.shows(isInLesson);
    for (const [columns, rows] of [
      [40, 12],
      [200, 60],
      [60, 20],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.shows((now) => {
        const widest = Math.max(...now.rows().map((row) => row.length));
        const isSet = widest > Math.min(columns, 60) - 10 && widest <= Math.min(columns, 76);
        return isSet && now.rows().at(-1) === '';
      });
    }
  });

  test('a learner can finish a lesson while the window size changes', async () => {
    const terminal = beginHere({ args: ['learn', '1'] });
    await toFirstCheck(terminal, 'the-dispute');
    await answer(terminal, HOW_WIDE, HOW_WIDE.key);
    terminal.resize(40, 12);
    await terminal.shows(`${STEP}/${lessonOf('the-dispute').steps.length}`);
    await goThrough(terminal, 'the-dispute');
    await terminal.shows(`${CHECKS} of ${CHECKS} on first try`);
  });
});

describe('colour and symbols', () => {
  const { begin, beginHere } = usingProgram();
  const COLOURED = new RegExp(String.raw`${KEY.esc}\[[\d;]*3[1-7][\d;]*m`);

  test('a terminal with colours gets colours', async () => {
    const terminal = begin();
    await terminal.shows('Start');
    expect(terminal.output).toMatch(COLOURED);
  });

  test.each([
    ['NO_COLOR', { env: { NO_COLOR: '1' } }],
    ['--no-color', { args: ['--no-color'] }],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }],
  ])('%s removes all colour, and a pointer shows the highlight', async (_, start) => {
    const terminal = begin({
      ...start,
      args: ['learn', '1', ...('args' in start ? start.args : [])],
    });
    await toFirstCheck(terminal, 'the-dispute');
    await answer(terminal, HOW_WIDE, missOf(HOW_WIDE).id);
    expect(terminal.output).not.toMatch(COLOURED);
    expect(terminal.text()).toContain('✗ Not this time');
  });

  test('a locale without UTF-8 gets only ASCII', async () => {
    const terminal = beginHere({ env: { LC_ALL: 'C' }, args: ['learn', '2'] });
    await toFirstCheck(terminal, 'two-voices');
    await pressed(terminal, KEY.down);
    expect(terminal.text()).toMatch(/^[\n -~]+$/);
    expect(terminal.highlighted()).toMatch(/^ {2}> /);
  });
});

describe.each([
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
  { columns: 200, rows: 50 },
])('at $columns by $rows', (size) => {
  const { begin, beginHere } = usingProgram();

  test('the first screen is at the top left, wherever the cursor was', async () => {
    const start = { ...size, shown: 'a\r\nb\r\nxxx' };
    const terminal = size.columns === 80 ? begin(start) : beginHere(start);
    await terminal.shows('Start');
    expect(terminal.rows()[0]).toMatch(/^ {2}On the record/);
    await pressed(terminal, KEY.down);
    expect(terminal.rows()[0]).toMatch(/^ {2}On the record/);
  });
});
