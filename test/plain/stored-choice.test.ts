import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEntry } from '../../src/core/log/entry.js';
import { guessPlan } from '../support/guessing-learner.js';
import { typedAsPrinted } from '../support/typing-learner.js';

const RUNS = 40;

test('in lines, the choice stored is the one printed with the number that was typed', async () => {
  const all: LogEntry[] = [];
  await fc.assert(
    fc.asyncProperty(guessPlan, async (plan) => {
      all.push(...(await typedAsPrinted(plan)));
    }),
    { numRuns: RUNS },
  );
  const answers = all.filter((entry) => entry.k === 'answer');
  const rows = answers.filter(({ check }) => check.startsWith('row-'));
  expect(answers.length).toBeGreaterThan(RUNS * 2);
  expect(rows.length).toBeGreaterThan(RUNS / 2);
  expect(answers.filter(({ again }) => again).length).toBeGreaterThan(RUNS / 4);
});
