import { setTimeout as wait } from 'node:timers/promises';
import xterm from '@xterm/headless';
import { openProgram } from './terminal.mjs';
import { inTurn } from './turns.mjs';

const DOWN = '\x1b[B';
const UP = '\x1b[A';
const POINTER = '❯';

/** The pointer goes this many entries down and back up. Home has one more at a first start. */
const ONE_WAY = 2;
const WALK = 2 * ONE_WAY;
const keyAt = (n) => (n % WALK < ONE_WAY ? DOWN : UP);
const entryAfter = (keys) => Math.min(keys % WALK, WALK - (keys % WALK));

/** A function that takes what a program writes and resolves with the row of the pointer; -1 without a pointer. */
function pointerFinder({ columns, rows }) {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const line = (n) => screen.buffer.active.getLine(n)?.translateToString() ?? '';
  return async (text) => {
    await new Promise((resolve) => screen.write(text, resolve));
    return Array.from({ length: rows }, (_, n) => line(n)).findIndex((row) =>
      row.includes(POINTER),
    );
  };
}

/**
 * Opens a program with a list and walks down and back once, to learn the row of each entry. If the frame of a later key
 * shows the pointer elsewhere, it throws: the frame was not the answer to that key.
 */
export async function openList([args, text], size) {
  const { frames, first, end } = await openProgram(args, text, size);
  const pointerAfter = pointerFinder(size);
  const rows = [await pointerAfter(first)];
  const walk = [];
  let pressed = 0;

  async function check(frame) {
    const [row, entry] = [await pointerAfter(frame.text), entryAfter(++pressed)];
    rows[entry] ??= row;
    if (row === rows[entry] && rows.indexOf(row) === entry && row >= 0) return;
    throw new Error(`${args[0]}: key ${pressed} put the pointer on row ${row} of ${rows}`);
  }

  for (let n = 0; n < WALK; n++) {
    walk.push(await frames.after(keyAt(n)));
    await check(walk.at(-1));
  }

  /**
   * Presses keys, each `spacing` ms after the frame before it. One more key comes first and is not counted.
   * @returns milliseconds from each key to its frame
   */
  async function press(count, spacing) {
    const answers = [];
    for (let n = 0; n <= count; n++) {
      if (spacing > 0) await wait(spacing);
      answers.push(await frames.after(keyAt(pressed + n)));
    }
    for (const answer of answers) await check(answer);
    return answers.slice(1).map(({ ms }) => ms);
  }
  return { first, walk, press, end };
}

export const BLOCK = 20;
const BLOCKS_PER_REPORT = 5;

/**
 * Presses keys in each program, a block in each in turns. The others are idle meanwhile.
 * @param report is called now and then with the number of keys so far
 * @returns a list of milliseconds for each program
 */
export async function keysInTurns(programs, { count, spacing, ...size }, report) {
  const lists = [];
  for (const program of programs) lists.push({ ...(await openList(program, size)), ms: [] });
  for (let done = 0; done < count; done += BLOCK) {
    const block = done / BLOCK;
    if (block % BLOCKS_PER_REPORT === 0) report(done);
    for (const { press, ms } of inTurn(lists, block))
      ms.push(...(await press(Math.min(BLOCK, count - done), spacing)));
  }
  for (const { end } of lists) await end();
  return lists.map(({ ms }) => ms);
}
