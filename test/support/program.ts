import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Answer } from '../../src/core/log/entry.js';
import type { Screen } from './screen.js';
import { ScreenHere } from './screen-here.js';
import { dataFolder, isOtherProgram, type Start, Terminal } from './terminal.js';

/** Gives each test its own data folder and terminals, and removes them after the test. */
export function usingProgram(): {
  readonly begin: (start?: Start) => Terminal;
  /**
   * The same command in the process of the test: most tests of a screen need no more. A terminal, if the tests are to
   * run another program or another Node.
   */
  readonly beginHere: (start?: Start) => Screen;
  readonly data: () => string;
} {
  let data = { path: '', remove: (): void => {} };
  let open: Screen[] = [];
  beforeEach(() => {
    data = dataFolder();
  });
  afterEach(async () => {
    for (const terminal of open) await terminal.discard();
    open = [];
    data.remove();
  });
  const here = (start: Start): Start => ({
    ...start,
    args: ['--data-dir', data.path, ...(start.args ?? [])],
  });
  const opened = <T extends Screen>(screen: T): T => {
    open.push(screen);
    return screen;
  };
  const begin = (start: Start = {}): Terminal => opened(new Terminal(here(start)));
  const beginHere = (start: Start = {}): Screen =>
    isOtherProgram() ? begin(start) : opened(new ScreenHere(here(start)));
  return { begin, beginHere, data: () => data.path };
}

export const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
] as const;

/** The answers to the shipped course in the log, in order. */
export function answersIn(data: string): Answer[] {
  const log = readFileSync(path.join(data, 'claude-contract', 'answers-1.jsonl'), 'utf8');
  const entries = log
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row));
  return entries.filter((entry) => entry.k === 'answer');
}
