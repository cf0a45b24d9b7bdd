import { describe, expect, test } from 'vitest';
import { TRAPS } from '../../src/core/course/habits.js';
import type { Answer } from '../../src/core/log/entry.js';
import { IN_TEXT, logIn } from '../support/in-text.js';
import { pressed } from '../support/learner.js';
import { usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { KEY, type Terminal } from '../support/terminal.js';
import { THREE_SIZES } from '../support/three-sizes.js';

const LEARN = ['learn', 'the-fee', '--course', IN_TEXT] as const;

type Size = (typeof THREE_SIZES)[number];

const answersIn = (data: string): Answer[] =>
  logIn(data).filter((entry) => entry.k === 'answer') as unknown as Answer[];

/** A verdict or a reading. */
const TO_GO_ON = /space (next|down)/;

const FIRST_QUESTION = 'Who wrote that night opening';

async function toFirstQuestion(terminal: Screen): Promise<void> {
  await terminal.shows('Retold, not quoted');
  await nextPage(terminal, FIRST_QUESTION);
}

/** Presses the space bar until the next page is there: a page may be longer than the window. */
async function nextPage(terminal: Screen, text: string): Promise<void> {
  for (let i = 0; i < 9 && !terminal.text().includes(text); i++) await pressed(terminal, KEY.space);
  expect(terminal.text()).toContain(text);
}

/** The number on screen before a choice of a list. */
function numberBefore(terminal: Screen, choice: string): number {
  const found = new RegExp(`(\\d)(?:\\.|  ).*${choice}`).exec(terminal.text());
  if (!found) throw new Error(`no choice ${choice} on\n${terminal.text()}`);
  return Number(found[1]);
}

/** A choice in a list has a pointer before it. In a sentence the pointer replaces the bracket. */
const pointsAt = (number: number) => (terminal: Screen) =>
  new RegExp(`❯ *(✗ ?)?\\[?${number} `).test(terminal.text());

const HOW = {
  'with arrows': async (terminal: Screen, number: number): Promise<void> => {
    for (let at = 1; at <= number; at++) {
      terminal.press(KEY.down);
      await terminal.shows(pointsAt(at));
    }
  },
  'with digits alone': async (terminal: Screen, number: number): Promise<void> => {
    terminal.press(String(number));
    await terminal.shows(pointsAt(number));
  },
} as const;

const WAYS = Object.keys(HOW) as readonly (keyof typeof HOW)[];

describe.each(THREE_SIZES)('at $columns by $rows', (size: Size) => {
  const { beginHere: begin, data } = usingProgram();

  test.each(WAYS)('a lesson is answered in the text %s', async (how) => {
    const point = HOW[how];
    const terminal = begin({ ...size, args: LEARN });
    await toFirstQuestion(terminal);
    await point(terminal, numberBefore(terminal, 'The town council'));
    terminal.press(KEY.enter);
    await terminal.shows('The trap: credited');
    expect(terminal.text()).toContain('enter choose again');
    terminal.press(KEY.enter);
    await terminal.shows(/✗ \d {2}The town council/);
    await point(terminal, numberBefore(terminal, 'The head librarian'));
    terminal.press(KEY.enter);
    await terminal.shows(TO_GO_ON);

    await nextPage(terminal, 'Which words make');
    await point(terminal, 3);
    terminal.press(KEY.enter);
    await terminal.shows(/The trap: a\s+limiting word/);
    await pressed(terminal, 's');
    await terminal.shows(TO_GO_ON);

    await nextPage(terminal, 'Which sentence says');
    await point(terminal, 1);
    terminal.press(KEY.enter);
    await terminal.shows(TO_GO_ON);

    const answers = answersIn(data());
    expect(answers.map(({ check, choice }) => `${check}: ${choice}`)).toEqual([
      'who-wrote: council',
      'who-wrote: librarian',
      'whose-view: not',
      'which-channel: letter',
    ]);
    const isInSight = size.columns > 40;
    expect(answers[0]?.lookUps).toEqual(isInSight ? ['passages'] : []);
    expect(logIn(data())).toContainEqual(
      expect.objectContaining({ k: 'at', step: 'whose-view', shown: true }),
    );
  });

  test('Enter asks to choose first, and again as often as it is pressed', async () => {
    const terminal = begin({ ...size, args: LEARN });
    await toFirstQuestion(terminal);
    terminal.press(KEY.enter);
    await terminal.shows('Choose first');
    terminal.press(KEY.enter);
    await pressed(terminal, '1');
    expect(terminal.text()).not.toContain('Choose first');
    expect(answersIn(data())).toEqual([]);
  });
});

describe('a question', () => {
  const { begin, beginHere, data } = usingProgram();

  async function atFirstQuestion(): Promise<Screen> {
    const terminal = beginHere({ args: LEARN });
    await toFirstQuestion(terminal);
    return terminal;
  }

  /** Opens and closes the help: all keys before it have been taken by then. */
  async function afterAllKeys(terminal: Screen): Promise<void> {
    await pressed(terminal, '?');
    await terminal.shows('move the highlight');
    await pressed(terminal, KEY.esc);
    await terminal.shows(FIRST_QUESTION);
  }

  test.each([
    ['a pasted line', '\x1b[200~2\r\r\x1b[201~'],
    ['a line pasted into a terminal that does not mark pastes', 'look at the fee, please\r'],
    ['a typed command without a digit', 'npx join\r'],
    ['two Enters at once', '\r\r'],
  ])('takes no answer from %s', async (_, keys) => {
    const terminal = await atFirstQuestion();
    terminal.press(keys);
    await afterAllKeys(terminal);
    expect(terminal.highlighted()).toBe('');
    expect(answersIn(data())).toEqual([]);
  });

  test('takes no answer from an Enter right after the Enter that opened it', async () => {
    const terminal = begin({ args: LEARN });
    await terminal.shows('Retold, not quoted');
    terminal.press(KEY.enter);
    await terminal.shows(FIRST_QUESTION);
    terminal.press(KEY.enter);
    await terminal.shows('Choose first');
    expect(answersIn(data())).toEqual([]);
  });

  test('takes no answer from keys typed before it was on screen', async () => {
    const terminal = begin({ args: LEARN });
    await terminal.shows('Retold, not quoted');
    terminal.press(KEY.enter, '2', KEY.enter);
    await terminal.shows(FIRST_QUESTION);
    await afterAllKeys(terminal);
    expect(answersIn(data())).toEqual([]);
  });

  test('takes one answer from a burst of keys, which stops at the page after a miss', async () => {
    const terminal = await atFirstQuestion();
    const wrong = String(numberBefore(terminal, 'The town council'));
    const right = String(numberBefore(terminal, 'The head librarian'));
    terminal.press(wrong, KEY.enter, KEY.enter, right, KEY.enter, 's');
    await terminal.shows('The trap: credited');
    await pressed(terminal, '?');
    await pressed(terminal, KEY.esc);
    await terminal.shows('The trap: credited');
    expect(answersIn(data()).map(({ choice }) => choice)).toEqual(['council']);
    terminal.press(KEY.enter, right, KEY.enter);
    await terminal.shows(/✗ \d {2}The town council/);
    await afterAllKeys(terminal);
    expect(answersIn(data())).toHaveLength(1);
  });

  test('that was missed waits for the second try when the learner comes back', async () => {
    const terminal = begin({ args: LEARN });
    await toFirstQuestion(terminal);
    await pressed(terminal, String(numberBefore(terminal, 'The town council')));
    terminal.press(KEY.enter);
    await terminal.shows('The trap: credited');
    terminal.kill('SIGKILL');
    await terminal.ended;
    const again = beginHere({ args: LEARN });
    await again.shows('The trap: credited');
    await pressed(again, 's');
    await again.shows(TO_GO_ON);
  });

  test('shows one hint after the other', async () => {
    const terminal = await atFirstQuestion();
    terminal.press('h');
    await terminal.shows('Look at sentence 1 of ¶1.');
    terminal.press('h');
    await terminal.shows('Ask: who says this, and how are they named?');
    expect(terminal.text()).toContain('Look at sentence 1 of ¶1.');
  });

  test('shows the highlighted words without colours and without UTF-8', async () => {
    const terminal = beginHere({
      args: LEARN,
      env: { NO_COLOR: '1', LC_ALL: 'C' },
    });
    await terminal.shows('Retold, not quoted');
    await nextPage(terminal, FIRST_QUESTION);
    await pressed(terminal, String(numberBefore(terminal, 'The head librarian')));
    terminal.press(KEY.enter);
    await terminal.shows(TO_GO_ON);
    await nextPage(terminal, 'Which words make');
    await pressed(terminal, '2');
    expect(terminal.text()).toContain('[1 she said], would be >2 small< and would [3 not]');
    expect(terminal.text()).toMatch(/^[\n -~]+$/);
  });
});

describe('in lines', () => {
  const { begin, data } = usingProgram();

  async function atFirstQuestion(): Promise<Terminal> {
    const terminal = begin({ args: [...LEARN, '--plain'] });
    await terminal.shows('Enter or 1 next');
    terminal.press(KEY.enter);
    await terminal.shows('1-3 answer');
    return terminal;
  }

  test('the same lesson is answered with numbers', async () => {
    const terminal = await atFirstQuestion();
    terminal.press(`${numberBefore(terminal, 'The town council')}\r`);
    await terminal.shows(`The trap: ${TRAPS['wrong-source'].name}.`);
    await terminal.shows(/Enter or 1 choose again, s show answer/);
    terminal.press(KEY.enter);
    await terminal.shows(/\d\. ✗ The town council/);
    terminal.press('h\r');
    await terminal.shows('Hint  Look at sentence 1 of ¶1.');
    terminal.press(`${numberBefore(terminal, 'The head librarian')}\r`);
    await terminal.shows(/Enter or 1 next, m more/);
    terminal.press(KEY.enter);
    await terminal.shows(/\[1 she said\], would be \[2 small\] and would \[3 not\]/);
    await terminal.shows('3. not');
    terminal.press('2\r');
    await terminal.shows(`The trap: ${TRAPS.overstated.name}.`);
    terminal.press('s\r');
    await terminal.shows(/show answer[\s\S]*m more/);
    terminal.press(KEY.enter);
    await terminal.shows(/1\. In a letter to readers/);
    await terminal.shows('3. The council has not answered her letter.');
    terminal.press('1\r');
    await terminal.shows((now) => answersIn(data()).length === 4 && now.text().includes('m more'));
    expect(answersIn(data()).map(({ check, choice }) => `${check}: ${choice}`)).toEqual([
      'who-wrote: council',
      'who-wrote: librarian',
      'whose-view: small',
      'which-channel: letter',
    ]);
  });

  test.each([
    ['a typed command without a digit', 'npx join\r'],
    ['a pasted line', 'look at the fee in ¶2, please\r'],
  ])('%s is no answer', async (_, line) => {
    const terminal = await atFirstQuestion();
    terminal.press(line);
    await terminal.shows("isn't one of these: 1-3");
    expect(answersIn(data())).toEqual([]);
  });

  test('two Enters are no answer', async () => {
    const terminal = await atFirstQuestion();
    terminal.press(KEY.enter, KEY.enter);
    await terminal.shows((now) => now.text().split('Type one of these').length === 3);
    expect(answersIn(data())).toEqual([]);
  });
});
