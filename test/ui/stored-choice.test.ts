import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessPlan } from '../support/guessing-learner.js';
import { handsOnScreen } from '../support/hands-on-screen.js';
import { type Happened, storedAsPressed } from '../support/stored-as-pressed.js';

const RUNS = 25;

/** The learner reads the number of each choice on the page, and the keys go the way of the program's keys. */
test.each([
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
  { columns: 120, rows: 40 },
])('in a window of $columns columns, the choice stored is the one beside the number', (size) => {
  const all: Happened[] = [];
  const hands = handsOnScreen(size);
  fc.assert(
    fc.property(guessPlan, (plan) => {
      all.push(storedAsPressed(plan, hands));
    }),
    { numRuns: RUNS },
  );
  for (const what of ['texts', 'inText', 'rows', 'seconds'] as const)
    expect(
      all.reduce((sum, happened) => sum + happened[what], 0),
      what,
    ).toBeGreaterThan(RUNS / 4);
});
