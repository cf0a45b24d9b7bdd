import { describe, expect, test } from 'vitest';
import { lessonOf } from '../support/learner.js';
import { answersIn, usingProgram } from '../support/program.js';
import type { Terminal } from '../support/terminal.js';
import { FIRST_SIZE, THREE_SIZES } from '../support/three-sizes.js';

const LESSON = lessonOf('the-dispute');

/** A prompt, which can take two rows, at the end of the output. */
const PROMPT = /(?:^|\n)> (?:[^\n]|\n {2})*: $/;

const printed = ({ output }: Terminal): string => output.replaceAll('\r', '');

/** Types a line, and waits for the next prompt or the end. @returns all that was printed after the line */
async function typed(terminal: Terminal, line: string): Promise<string> {
  const { length } = printed(terminal);
  terminal.press(`${line}\r`);
  await terminal.shows(() => PROMPT.test(printed(terminal).slice(length)) || terminal.isEnded);
  return printed(terminal).slice(length + `${line}\n`.length);
}

/** What a learner types who takes the first choice or heading, and asks for the answer after a miss. */
function lineFor(text: string): string {
  const prompt = PROMPT.exec(text)?.[0] ?? '';
  if (prompt.includes('s show answer')) return 's';
  return /\d-\d/.test(prompt) && !prompt.includes('Enter answer') ? '1' : '';
}

/** What was printed after a line, and how many columns the window had. */
type Block = { readonly text: string; readonly columns: number };

/** Plays until the lesson ends, and leaves. The window changes its size before every third line. */
async function playLesson(terminal: Terminal): Promise<Block[]> {
  await terminal.shows(() => PROMPT.test(printed(terminal)));
  const blocks: Block[] = [];
  while (!/\d\. Leave/.test(blocks.at(-1)?.text ?? '')) {
    const { columns, rows } = THREE_SIZES[Math.floor(blocks.length / 3) % 3] ?? FIRST_SIZE;
    terminal.resize(columns, rows);
    const text = await typed(terminal, lineFor(blocks.at(-1)?.text ?? printed(terminal)));
    blocks.push({ text, columns });
  }
  await typed(terminal, 'q');
  await terminal.ended;
  return blocks;
}

describe('with a screen reader', () => {
  const { begin, beginHere, data } = usingProgram();

  const learning = { args: ['learn', LESSON.id] };

  test('a complete lesson comes in lines as wide as the window: one block for each key, and no cursor codes', async () => {
    const terminal = begin({ ...learning, env: { INK_SCREEN_READER: 'true' } });
    const blocks = await playLesson(terminal);
    expect(terminal.output).not.toContain('\x1b');
    for (const [i, { text, columns }] of blocks.entries()) {
      expect(text).toMatch(/^\n\S/);
      expect(text.match(/^> /gm)).toHaveLength(1);
      // On a busy machine, two lines may arrive before the news that the window has changed.
      const isNew = columns !== blocks[i - 2]?.columns;
      if (!isNew) expect(text.split('\n').filter((row) => row.length > columns)).toEqual([]);
    }
    const ids = new Set(answersIn(data()).map(({ check }) => check));
    expect(ids.size).toBe(LESSON.checks.length);
    expect((await terminal.ended).code).toBe(0);
  });

  test('the setting does the same at each start, and can be taken back', async () => {
    await beginHere({ args: ['settings', 'screen-reader', 'on'] }).ended;
    const terminal = begin(learning);
    await terminal.shows('> Enter or 1 next');
    expect(terminal.output).not.toContain('\x1b');
    terminal.press('q\r');
    await terminal.ended;
    await beginHere({ args: ['settings', 'screen-reader', 'off'] }).ended;
    const screen = beginHere(learning);
    await screen.shows('space next');
    expect(screen.isAlternateScreen()).toBe(true);
  });

  test('doctor says so, and where the settings are', async () => {
    const doctor = begin({ args: ['doctor'], env: { INK_SCREEN_READER: 'true' } });
    await doctor.ended;
    expect(doctor.text()).toContain('numbered lines, for a screen reader');
    expect(doctor.text().replace(/\s+/g, '')).toContain(`${data()}/settings.json,ok`);
  });
});
