import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BOARD_COURSE, boardCourse, RIGHT } from '../support/board-course.js';
import { pressed } from '../support/learner.js';
import { attemptAt, DAY, stampsFrom } from '../support/past.js';
import { usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { KEY } from '../support/terminal.js';
import { THREE_SIZES } from '../support/three-sizes.js';

/** The beginning of each statement of the board. */
const STATEMENTS = [
  'The council: a fee for',
  'The head librarian: a',
  'The council: an end to',
  'The council: the order',
];

/** Writes the log of a learner who sorted the board ten days ago. */
function wentThroughBoard(data: string): void {
  const [lesson] = boardCourse.lessons.filter(({ id }) => id === 'steps');
  if (!lesson) throw new Error('the course has no lesson steps');
  const rows = lesson.body.flatMap((step) => (step.kind === 'board' ? step.rows : []));
  const entries = attemptAt(lesson, stampsFrom(Date.now() - 10 * DAY, 'past')).filter(
    (entry) => entry.k !== 'answer' || rows.some(({ id }) => id === entry.check),
  );
  mkdirSync(path.join(data, 'board'));
  writeFileSync(
    path.join(data, 'board', 'answers-1.jsonl'),
    entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  );
}

type Row = { readonly k: string; readonly check: string; readonly choice: string };

describe('a sort board', () => {
  const { begin, beginHere, data } = usingProgram();

  const args = ['learn', 'steps', '--course', BOARD_COURSE];
  const learn = (size: object = {}): Screen => beginHere({ ...size, args });

  /** The answers in the log as "check choice", in order. */
  const answers = (kind = 'answer'): string[] =>
    readFileSync(path.join(data(), 'board', 'answers-1.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((row) => JSON.parse(row) as Row)
      .filter(({ k }) => k === kind)
      .map(({ check, choice }) => `${check} ${choice}`);

  /** At the board, after the example and the reading. */
  async function atBoard<T extends Screen>(terminal: T): Promise<T> {
    await terminal.shows('So far');
    while (!terminal.text().includes('to go)')) await pressed(terminal, KEY.space);
    return terminal;
  }

  /** Puts statements under headings from the highlighted one on, and waits for each. */
  async function put(terminal: Screen, ...headings: readonly number[]): Promise<void> {
    for (const heading of headings) await pressed(terminal, String(heading));
  }

  test.each(THREE_SIZES)('can be sorted with digits alone, in $columns columns', async (size) => {
    const terminal = await atBoard(learn(size));
    await put(terminal, 3, 2, 4, 4);
    terminal.press(KEY.enter);
    await terminal.shows('not 3 threatened');
    await put(terminal, 1, 3);
    terminal.press(KEY.enter);
    await terminal.shows('2 of 4 on first try, 2 mended');
    expect(answers()).toEqual([
      'fee-council threatened',
      'fee-librarian refused',
      'end-night done',
      'guard done',
      'fee-council demanded',
      'end-night threatened',
    ]);
  });

  test.each(THREE_SIZES)(
    'can be sorted in any order with the arrows, in $columns columns',
    async (size) => {
      const terminal = await atBoard(learn(size));
      for (const at of [3, 1, 2, 0]) {
        for (let i = 0; i < 4 && !terminal.highlighted().includes(STATEMENTS[at] ?? ''); i++)
          await pressed(terminal, KEY.up);
        expect(terminal.highlighted()).toContain(STATEMENTS[at]);
        await put(terminal, RIGHT[at] ?? 0);
      }
      terminal.press(KEY.enter);
      await terminal.shows('✓ Right, all 4');
      await pressed(terminal, KEY.down);
      expect(answers()).toHaveLength(4);
    },
  );

  test('says how many statements are to go, and hands in nothing before', async () => {
    const terminal = await atBoard(learn());
    await put(terminal, 1, 2, 3);
    terminal.press(KEY.enter);
    await terminal.shows('1 statement still needs a heading.');
    expect(answers()).toEqual([]);
  });

  test('begins empty after it was left before the hand-in', async () => {
    const terminal = await atBoard(learn());
    await put(terminal, 1, 2);
    terminal.press('q');
    await terminal.ended;
    const again = learn();
    await again.shows('answer (4 to go)');
  });

  test('is at its second try again after a kill, and keeps what was right', async () => {
    const terminal = await atBoard(begin({ args }));
    await put(terminal, 1, 2, 4, 4);
    terminal.press(KEY.enter);
    await terminal.shows('answer (1 to go)');
    terminal.kill('SIGKILL');
    await terminal.ended;
    const again = learn();
    await again.shows('not 4 done');
    await put(again, 3);
    again.press(KEY.enter);
    await again.shows('3 of 4 on first try, 1 mended');
    expect(answers()).toHaveLength(5);
  });

  test('shows the answer with s, and the explanation of another statement with the arrows', async () => {
    const terminal = await atBoard(learn());
    await put(terminal, 4, 2, 4, 4);
    terminal.press(KEY.enter);
    await terminal.shows('s show answer');
    terminal.press('s');
    await terminal.shows('¶1 says that the council wants the fee.');
    await pressed(terminal, KEY.down);
    await pressed(terminal, KEY.down);
    await terminal.shows('In ¶2 night opening has not ended.');
    terminal.press('m');
    await terminal.shows('steps/end-night');
    terminal.press(KEY.enter);
    await terminal.shows('Who said that the order');
  });

  test('is asked row by row in a review, with its headings as choices', async () => {
    wentThroughBoard(data());
    const terminal = begin({ args: ['review', '--course', BOARD_COURSE] });
    for (let asked = 1; asked <= STATEMENTS.length; asked++) {
      await terminal.shows('enter answer');
      const at = STATEMENTS.findIndex((statement) => terminal.text().includes(statement));
      await pressed(terminal, String(RIGHT[at]));
      terminal.press(KEY.enter);
      await terminal.shows('✓ Right');
      expect(answers('review')).toHaveLength(asked);
      await pressed(terminal, KEY.space);
    }
    expect(answers('review').sort()).toEqual([
      'end-night threatened',
      'fee-council demanded',
      'fee-librarian refused',
      'guard done',
    ]);
  });

  test('is in the result file of a room row by row, as soon as it is handed in', async () => {
    const terminal = begin({
      args: [
        'workshop',
        'join',
        'tuesday',
        '--lesson',
        'steps',
        '--course',
        BOARD_COURSE,
        '--name',
        'Ada',
      ],
      cwd: data(),
    });
    await terminal.shows('Begin');
    while (!terminal.text().includes('to go)')) await pressed(terminal, KEY.enter);
    await put(terminal, 1, 2, 4, 4);
    terminal.press(KEY.enter);
    await terminal.shows('3 of 4 right');
    const [result = ''] = readdirSync(data()).filter((name) => name.startsWith('result-'));
    const { answers: given } = JSON.parse(readFileSync(path.join(data(), result), 'utf8')) as {
      readonly answers: readonly Row[];
    };
    expect(given.map(({ check, choice }) => `${check} ${choice}`)).toEqual([
      'fee-council demanded',
      'fee-librarian refused',
      'end-night done',
      'guard done',
    ]);
  });

  test('asks in lines one statement after the other', async () => {
    const terminal = begin({ args: [...args, '--plain'] });
    await terminal.shows('The deciding words are between stars.');
    terminal.press('\r');
    await terminal.shows('Look for:');
    terminal.press('\r');
    for (const [i, heading] of RIGHT.entries()) {
      await terminal.shows(`${i + 1} of 4: ${STATEMENTS[i]}`);
      terminal.press(`${heading}\r`);
    }
    await terminal.shows('Every statement has a heading.');
    terminal.press('\r');
    // The verdict is longer than the window.
    await terminal.shows(({ output }) => output.includes('✓ Right, all 4'));
    expect(answers()).toHaveLength(4);
  });
});
