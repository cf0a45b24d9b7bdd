import { setTimeout as wait } from 'node:timers/promises';
import { pointerScreen } from './pointer.mjs';
import { untilSettled } from './terminal.mjs';

const DOWN = '\x1b[B';
const UP = '\x1b[A';

/** The pointer goes so many entries down, and back. */
const ONE_WAY = 4;
const WALK = 2 * ONE_WAY;
const keyAt = (n) => (n % WALK < ONE_WAY ? DOWN : UP);
const placeAfter = (keys) => Math.min(keys % WALK, WALK - (keys % WALK));

/**
 * A program with a list on screen, after one walk down and back, from which is known on which row each key puts the
 * pointer. A later key whose frame shows it on another row throws: what was timed was not its answer.
 */
export async function openList([args, text], options) {
  const { frames, first, end } = await untilSettled(args, text, options);
  const pointerAfter = pointerScreen(options);
  const rows = [await pointerAfter(first)];
  const walk = [];
  let pressed = 0;

  async function check(frame) {
    const [row, place] = [await pointerAfter(frame.text), placeAfter(++pressed)];
    rows[place] ??= row;
    if (row === rows[place] && rows.indexOf(row) === place && row >= 0) return;
    throw new Error(`${args[0]}: key ${pressed} put the pointer on row ${row} of ${rows}`);
  }

  for (let n = 0; n < WALK; n++) {
    walk.push(await frames.after(keyAt(n)));
    await check(walk.at(-1));
  }

  /**
   * Milliseconds from each of so many keys to its frame; a key comes as soon as the frame before is there, or so many
   * milliseconds later. One more goes before them, for the first to come after.
   */
  async function press(count, spaced) {
    const answers = [];
    for (let n = 0; n <= count; n++) {
      if (spaced > 0) await wait(spaced);
      answers.push(await frames.after(keyAt(pressed + n)));
    }
    for (const answer of answers) await check(answer);
    return answers.slice(1).map(({ ms }) => ms);
  }
  return { first, walk, press, end };
}

const BLOCK = 20;
const TOLD_AFTER = 5 * BLOCK;

/**
 * Milliseconds of so many keys in each program, a block of each in turns, while the others are idle.
 * @param say is told now and then how many keys there have been
 */
export async function keysInTurns(programs, { count, spaced, ...options }, say) {
  const lists = await Promise.all(programs.map((program) => openList(program, options)));
  const measured = lists.map(() => []);
  for (let done = 0; done < count; done += BLOCK) {
    if (done % TOLD_AFTER === 0) say(`${done} of ${count}`);
    for (const [i, { press }] of lists.entries())
      measured[i].push(...(await press(Math.min(BLOCK, count - done), spaced)));
  }
  for (const { end } of lists) await end();
  return measured;
}
