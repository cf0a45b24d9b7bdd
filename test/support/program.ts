import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Answer } from '../../src/core/log/entry.js';
import { dataFolder, type Start, Terminal } from './terminal.js';

/** Gives each test its own data folder and terminals, and removes them after the test. */
export function usingProgram(): {
  readonly begin: (start?: Start) => Terminal;
  readonly data: () => string;
} {
  let data = { path: '', remove: (): void => {} };
  let open: Terminal[] = [];
  beforeEach(() => {
    data = dataFolder();
  });
  afterEach(() => {
    for (const terminal of open) terminal.kill('SIGKILL');
    open = [];
    data.remove();
  });
  const begin = (start: Start = {}): Terminal => {
    const args = ['--data-dir', data.path, ...(start.args ?? [])];
    const terminal = new Terminal({ ...start, args });
    open.push(terminal);
    return terminal;
  };
  return { begin, data: () => data.path };
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
