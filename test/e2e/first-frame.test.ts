import { describe, expect, test } from 'vitest';
import { traceIn } from '../support/loaded.js';
import { usingProgram } from '../support/program.js';
import { PROGRAM, testNode } from '../support/terminal.js';

const SCREENS = /^(ink|ink-select-input|react|react-reconciler|yoga-layout)$|^src\/ui\//;

/** Modules that the first frame does not need: for course files, linting, writing the snapshot and segmenting text. */
const LATER =
  /^(yaml|valibot|chokidar|conf|ajv|stemmer)$|^src\/(net|page|io\/live-room|ui\/room|plain|formats|core\/(lint|course-files\/(parse|schema|draft|ids|references)))|^src\/commands\/author\/|Intl\.Segmenter|^node:(http|https|net|tls|dns|undici|worker_threads)/;

/** Only the first start after a build decompresses anything, and another test may have been that one. */
const FIRST_START_ONLY = 'node:zlib';

/** As many as today, so that a module that imports too much fails the test. */
const MOST_MODULES = 320;

describe('the running program loads', () => {
  const { begin, data } = usingProgram();

  test('nothing before the first frame that it needs only later', async () => {
    const { args, modules } = traceIn(data());
    const terminal = begin({ command: [testNode(), ...args, PROGRAM, '--data-dir', data()] });
    await terminal.shows('q quit');
    const loaded = modules().filter((name) => name !== FIRST_START_ONLY);
    expect(loaded).toContain('src/ui/pages/home.ts');
    expect(loaded.filter((name) => LATER.test(name))).toEqual([]);

    expect(loaded.length).toBeLessThanOrEqual(MOST_MODULES);
    terminal.press('q');
    await terminal.ended;
  });

  test.each(['--help', '--version', 'list', 'settings', 'workshop code'])(
    'no screen for %s',
    async (command) => {
      const { args, modules } = traceIn(data());
      const words = command.split(' ');
      const terminal = begin({
        command: [testNode(), ...args, PROGRAM, ...words, '--data-dir', data()],
      });
      expect((await terminal.ended).code).toBe(0);
      expect(modules()).toContain('src/cli.ts');
      expect(modules().filter((name) => SCREENS.test(name))).toEqual([]);
    },
  );
});
