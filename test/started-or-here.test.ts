import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runHere } from './support/in-process.js';
import { usingProgram } from './support/program.js';
import { ScreenHere } from './support/screen-here.js';
import { Terminal } from './support/terminal.js';

describe('tests of another Node or build', () => {
  const { beginHere } = usingProgram();
  beforeEach(() => vi.stubEnv('ON_THE_RECORD_TEST_NODE', '/no/such/node'));
  afterEach(() => vi.unstubAllEnvs());

  test('start it for commands in lines', async () => {
    await expect(runHere(['--version'])).rejects.toThrow('/no/such/node ENOENT');
  });

  test('start it for screens', async () => {
    const terminal = beginHere();
    expect(terminal).toBeInstanceOf(Terminal);
    expect(await terminal.ended).not.toEqual({ code: 0, signal: 0 });
  });
});

test.each([{ command: ['sh'] as const }, { uid: 1 }])(
  'a screen in the process of the tests refuses %j',
  (start) => {
    expect(() => new ScreenHere(start)).toThrow('needs a process');
  },
);
