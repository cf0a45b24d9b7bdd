import { inFolder, inParallel } from '../folders.js';
import type { Part } from '../part.js';
import { planned } from '../plans.js';
import { oddPlan } from './odd-plan.js';
import { type OddResult, oddRun } from './odd-run.js';

const RUNS = { full: 60, short: 1 };

/** So many runs may end unseen, or quit by a key before the Ctrl-C that should end them. */
const mayHappen = (runs: number): number => 2 + runs / 25;

type Counts = OddResult['counts'];

/** Odd windows, terminals, protocols for keys, pastes and mouse reports without an end, and stops at any moment. */
export const oddTerminals: Part = {
  name: 'odd-terminals',
  run: async ({ seed, short, say }) => {
    const runs = short ? RUNS.short : RUNS.full;
    const faults: string[] = [];
    const counts = { answers: 0, stops: 0, unseen: 0, byChoice: 0 };
    await inParallel(runs, async (n) => {
      if (n % 25 === 0) say(`odd terminals, ${n} of ${runs}`);
      const plan = planned(oddPlan, seed + n);
      const result = await inFolder((folder) => oddRun(folder, plan));
      faults.push(...result.faults.map((fault) => `terminal ${n} (seed ${seed + n}): ${fault}`));
      for (const name of Object.keys(counts) as (keyof Counts)[])
        counts[name] += result.counts[name];
    });
    const { answers, stops, unseen, byChoice } = counts;
    if (unseen > mayHappen(runs)) faults.push(`${unseen} terminals ended unseen`);
    if (byChoice > mayHappen(runs)) faults.push(`${byChoice} quit by a key before their end`);
    return {
      tried: runs,
      faults,
      details: `odd terminals, each took keys until the end; ${stops} stops; ${answers} answers compared with the course; ${unseen} ended unseen; ${byChoice} quit by a key before their end`,
    };
  },
};
