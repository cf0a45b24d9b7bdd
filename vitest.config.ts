import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { PATCHED, patchedWidths } from './test/support/patched-widths.js';
import { SummaryLine } from './test/support/summary-line.js';

const STRESS = 'test/stress/short.test.ts';
/** Its own run: see vitest.browser.config.ts. */
const IN_BROWSER = 'test/browser/**';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

// Screens are drawn by the React that the program has, which is faster than the one for development.
process.env.NODE_ENV = 'production';

/** The fingerprint that the build has put into the program. */
function courseWords(): string {
  const course = new URL('dist/courses/claude-contract/course.pack', import.meta.url);
  if (!existsSync(course)) return '';
  return /"words":"([0-9a-f]{6})"/.exec(readFileSync(course, 'utf8'))?.[1] ?? '';
}

export default defineConfig({
  define: { PROGRAM_VERSION: JSON.stringify(version), COURSE_WORDS: JSON.stringify(courseWords()) },
  plugins: [patchedWidths()],
  test: {
    server: { deps: { inline: [PATCHED] } },
    pool: 'forks',
    // Properties make many short-lived values: fewer collections, in megabytes.
    execArgv: ['--max-semi-space-size=64'],
    reporters: ['default', new SummaryLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [IN_BROWSER, STRESS],
          // The tests in test/e2e often wait for a terminal, and leave a core to the others. One worker more than cores
          // keeps them busy.
          maxWorkers: availableParallelism() + 1,
          // Most of a run is loading modules; tests share them, since the core keeps no state.
          isolate: false,
          // Far longer than any takes: properties and processes on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'stress',
          include: [STRESS],
          // Alone: it keeps every core busy, and a pseudo-terminal that is starved loses what a program says last.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
