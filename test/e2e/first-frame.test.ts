import { describe, expect, test } from 'vitest';
import { traceIn } from '../support/loaded.js';
import { usingProgram } from '../support/program.js';
import { PROGRAM, testNode } from '../support/terminal.js';

const SCREENS = /^(ink|ink-select-input|react|react-reconciler|yoga-layout)$|^src\/ui\//;

/** What the first frame does not need: reading course files, checking them, writing the summary, long texts' segments. */
const LATER =
  /^(yaml|valibot|chokidar|conf|ajv|stemmer)$|^src\/(plain|formats|core\/(lint|course-files\/(parse|schema|draft|ids|references)))|^src\/commands\/author\/|Intl\.Segmenter|^node:(http|https|net|tls|dns|undici|worker_threads)/;

/** Of today's number, with a few to spare: a face that imports too much shows here. */
const MOST_MODULES = 225;

describe('what is really loaded', () => {
  const { begin, data } = usingProgram();

  test('on the way to the first frame is nothing that is only needed later', async () => {
    const { args, modules } = traceIn(data());
    const terminal = begin({ command: [testNode(), ...args, PROGRAM, '--data-dir', data()] });
    await terminal.shows('Quit');
    const loaded = modules();
    expect(loaded).toContain('src/ui/pages/home.ts');
    expect(loaded.filter((name) => LATER.test(name))).toEqual([]);

    expect(loaded.length).toBeLessThanOrEqual(MOST_MODULES);
    terminal.press('q');
    await terminal.ended;
  });

  test.each(['--help', '--version', 'list', 'settings', 'workshop code'])(
    'for %s is no screen',
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
