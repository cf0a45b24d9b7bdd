import { inFolder, inParallel } from '../folders.js';
import type { Part } from '../part.js';
import { planned } from '../plans.js';
import { oddPlan } from './odd-plan.js';
import { type OddResult, oddRun } from './odd-run.js';

const RUNS = { full: 60, short: 3 };

/** So many runs may end unseen. */
const mayHappen = (runs: number): number => 2 + runs / 25;

type Counts = OddResult['counts'];

/** Odd windows, terminals, protocols for keys, pastes and mouse reports without an end, and stops at any moment. */
export const oddTerminals: Part = {
  name: 'odd-terminals',
  run: async ({ seed, short, say }) => {
    const runs = short ? RUNS.short : RUNS.full;
    const faults: string[] = [];
    const counts = { answers: 0, stops: 0, unseen: 0 };
    await inParallel(runs, async (n) => {
      if (n % 25 === 0) say(`odd terminals, ${n} of ${runs}`);
      const plan = planned(oddPlan, seed + n);
      const result = await inFolder((folder) => oddRun(folder, plan));
      faults.push(...result.faults.map((fault) => `terminal ${n} (seed ${seed + n}): ${fault}`));
      for (const name of Object.keys(counts) as (keyof Counts)[])
        counts[name] += result.counts[name];
    });
    if (counts.unseen > mayHappen(runs)) faults.push(`${counts.unseen} terminals ended unseen`);
    return {
      tried: runs,
      faults,
      details: `odd terminals, each took keys until the end; ${counts.stops} stops; ${counts.answers} answers compared with the course; ${counts.unseen} ended unseen`,
    };
  },
};
