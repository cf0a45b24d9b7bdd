import { once } from 'node:events';
import { setTimeout as later } from 'node:timers/promises';
import { firstOf } from '../../../src/core/first-of.js';
import { type PlainEnd, type PlainProgram, type PlainStart, startPlain } from '../plain-program.js';
import { inTime } from '../slow/in-time.js';
import type { Input } from './streams.js';

/** In megabytes. Enough for any session, and too little if each of thousands of lines leaves something. */
const HEAP_LIMIT = 12;

/** In pieces: a program that has not ended by then takes anything. */
const MORE_THAN_ENOUGH = 600;

/** In milliseconds. A pipe holds thousands of lines when its input ends. */
const LONGEST_WAIT = 180_000;

export const LIMITED: PlainStart = { node: [`--max-old-space-size=${HEAP_LIMIT}`] };

/** Starts the program with a limit for its memory. The caller writes its input. */
export const startLimited = (args: readonly string[], start: PlainStart = {}): PlainProgram =>
  startPlain(['--plain', ...args], { ...start, ...LIMITED, isInputOpen: true });

/** Writes the input as fast as the program reads it, until it ends. @param most pieces, after which the input ends */
export async function fed(
  { child, ended }: PlainProgram,
  input: Input,
  most = MORE_THAN_ENOUGH,
): Promise<PlainEnd> {
  let isOpen = true;
  const end = ended.finally(() => {
    isOpen = false;
  });
  const drained = (): Promise<unknown> => once(child.stdin, 'drain').catch(() => {});
  for (let n = 0; n < most && isOpen; n++)
    if (!child.stdin.write(input.next().value)) await firstOf([drained(), end]);
  child.stdin.end();
  try {
    return await inTime(end, 'the program, whose input has ended,', LONGEST_WAIT);
  } finally {
    child.kill('SIGKILL');
    await end;
  }
}

/** Reads so many pieces of what the program prints, slowly, and then all of it. */
export async function readSlowly(
  { child: { stdout }, ended }: PlainProgram,
  pieces: number,
): Promise<void> {
  for (let n = 0; n < pieces; n++) {
    stdout.pause();
    await later(20);
    stdout.resume();
    await firstOf([once(stdout, 'data'), ended]);
  }
}
