import fc from 'fast-check';
import { guessPlan } from '../../support/guessing-learner.js';
import { handsOnScreen } from '../../support/hands-on-screen.js';
import { type Happened, storedAsPressed } from '../../support/stored-as-pressed.js';
import { typedAsPrinted } from '../../support/typing-learner.js';
import { isAnswer } from '../answer-log.js';
import { type Part, type PartResult, type RunOptions, sizeIn } from '../part.js';
import { faultsOf } from '../plans.js';
import type { WindowSize } from '../window-size.js';

/** Other tests try the same in `npm test`. */
const RUNS = { full: 1000, short: 6, brief: 1 };

const WINDOWS: readonly WindowSize[] = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
  { columns: 120, rows: 40 },
];

/** Where a learner reads the numbers: on the pages of a window, or in lines. */
const surface = fc.constantFrom(...WINDOWS, 'lines' as const);

/**
 * Learners who guess at every kind of question, within one process. Log, progress, result, code and report hold the choice
 * at which they pressed a key: by the order that the seed decides, and by what a page or a line shows beside the number.
 */
export const choices: Part = { name: 'choices', run };

async function run({ seed, say, ...size }: RunOptions): Promise<PartResult> {
  const runs = sizeIn(size, RUNS);
  let tried = 0;
  let answers = 0;
  let read = 0;
  const property = fc.asyncProperty(guessPlan, surface, async (plan, shownIn) => {
    if (tried % 200 === 0) say(`choices, ${tried} of ${runs} runs`);
    tried += 1;
    answers += countOf(storedAsPressed(plan));
    read +=
      shownIn === 'lines'
        ? (await typedAsPrinted(plan)).filter(isAnswer).length
        : countOf(storedAsPressed(plan, handsOnScreen(shownIn)));
  });
  const faults = await faultsOf('choices', property, { seed, runs });
  const details = `${answers} answers by the order of the seed, ${read} read from pages and lines: each the choice at the key`;
  return { tried: runs, faults, details };
}

const countOf = ({ texts, inText, rows }: Happened): number => texts + inText + rows;
