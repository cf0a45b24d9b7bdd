import { describe, expect, test } from 'vitest';
import { traceIn } from '../support/loaded.js';
import { usingProgram } from '../support/program.js';
import { PROGRAM, testNode } from '../support/terminal.js';

const SCREENS = /^(ink|ink-select-input|react|react-reconciler|yoga-layout)$|^src\/ui\//;

describe('what is really loaded', () => {
  const { begin, data } = usingProgram();

  test('on the way to the first frame is on the list, and all of the list is', async () => {
    const { args, modules } = traceIn(data());
    const terminal = begin({ command: [testNode(), ...args, PROGRAM, '--data-dir', data()] });
    await terminal.shows('Quit');
    // Another module belongs on the list only if the first frame needs it: then `npx vitest run first-frame -u`.
    await expect(`${modules().join('\n')}\n`).toMatchFileSnapshot('first-frame.txt');
    terminal.press('q');
    await terminal.ended;
  });

  test.each([['--help'], ['--version'], ['list'], ['settings'], ['workshop', 'code']])(
    'for %s %s is no screen',
    async (...words) => {
      const { args, modules } = traceIn(data());
      const terminal = begin({
        command: [testNode(), ...args, PROGRAM, ...words, '--data-dir', data()],
      });
      expect((await terminal.ended).code).toBe(0);
      expect(modules()).toContain('src/cli.ts');
      expect(modules().filter((name) => SCREENS.test(name))).toEqual([]);
    },
  );
});
