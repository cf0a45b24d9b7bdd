import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { SummaryLine } from './test/support/summary-line.js';

const END_TO_END = 'test/e2e/**/*.test.{ts,tsx}';
const STRESS = 'test/stress/**/*.test.ts';
/** Its own run: see vitest.browser.config.ts. */
const IN_BROWSER = 'test/browser/**';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** The fingerprint that the build has put into the program. */
function courseWords(): string {
  const course = new URL('dist/courses/claude-contract/course.pack', import.meta.url);
  if (!existsSync(course)) return '';
  return /"words":"([0-9a-f]{6})"/.exec(readFileSync(course, 'utf8'))?.[1] ?? '';
}

export default defineConfig({
  define: { PROGRAM_VERSION: JSON.stringify(version), COURSE_WORDS: JSON.stringify(courseWords()) },
  test: {
    pool: 'forks',
    reporters: ['default', new SummaryLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [END_TO_END, IN_BROWSER, STRESS],
          // Vitest leaves a core to itself: of two, that is half.
          maxWorkers: '100%',
          // Most of a run is loading modules; tests share them, since the core keeps no state.
          isolate: false,
          // Far longer than any takes: properties and processes on a busy machine.
          testTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [END_TO_END],
          // Each test waits for a real terminal: more of them at once only makes all of them late.
          maxWorkers: 2,
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'stress',
          include: [STRESS],
          // Alone: it keeps every core busy, and a pseudo-terminal that is starved loses what a program says last.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
