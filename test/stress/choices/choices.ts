import fc from 'fast-check';
import { guessPlan } from '../../support/guessing-learner.js';
import { storedAsPressed } from '../../support/stored-as-pressed.js';
import type { Part, PartResult, RunOptions } from '../part.js';
import { faultsOf } from '../plans.js';

const RUNS = { full: 1000, short: 10 };

/**
 * Learners who guess at every kind of question, within one process: log, progress, result, code and report hold the choice
 * at which they pressed a key.
 */
export const choices: Part = { name: 'choices', run };

async function run({ seed, short }: RunOptions): Promise<PartResult> {
  const runs = short ? RUNS.short : RUNS.full;
  let answers = 0;
  let exercises = 0;
  const property = fc.property(guessPlan, (plan) => {
    const happened = storedAsPressed(plan);
    answers += happened.texts + happened.inText + happened.rows;
    exercises += happened.exercises;
  });
  const faults = await faultsOf('choices', property, { seed, runs });
  const details = `${answers} answers, each the choice at the key; ${exercises} exercises handed in`;
  return { tried: runs, faults, details };
}
