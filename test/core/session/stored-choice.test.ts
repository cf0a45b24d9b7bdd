import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessPlan } from '../../support/guessing-learner.js';
import { type Happened, storedAsPressed } from '../../support/stored-as-pressed.js';

/** The stress run takes 1,000: `npm run stress -- --only choices`. */
const RUNS = 100;

test('the choice in log, progress, result, hand-in code and report is the one at which the key was pressed', () => {
  const all: Happened[] = [];
  fc.assert(
    fc.property(guessPlan, (plan) => {
      all.push(storedAsPressed(plan));
    }),
    { numRuns: RUNS },
  );
  for (const what of ['texts', 'inText', 'rows', 'seconds', 'shown'] as const)
    expect(
      all.reduce((sum, happened) => sum + happened[what], 0),
      what,
    ).toBeGreaterThan(RUNS / 4);
  expect(all.filter(({ exercises }) => exercises > 0).length).toBeGreaterThan(RUNS / 3);
});
